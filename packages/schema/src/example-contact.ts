/**
 * The contact of the API's Get Contact page, as its answer shows it.
 *
 * @example exampleContact.id // "cnt_abc123def456"
 */
export const exampleContact = {
  id: "cnt_abc123def456",
  name: "John Doe",
  email: "john@example.com",
  phone: "+5511999999999",
  company: "Acme Inc",
  position: "CEO",
  source: "linkedin",
  linkedin_url: "https://linkedin.com/in/johndoe",
  tags: ["prospect", "decision-maker"],
  custom_fields: { industry: "Technology", company_size: "50-200" },
  created_at: "2024-01-15T10:30:00Z",
  updated_at: "2024-01-20T14:00:00Z",
} as const;
