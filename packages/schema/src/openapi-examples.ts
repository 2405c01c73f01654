import { exampleContact } from "./example-contact.ts";

/** The request of the API's Update Contact page. */
export const exampleUpdate = { position: "VP of Engineering", tags: ["hot-lead", "enterprise"] } as const;

/** The answer of the API's Update Contact page. */
export const exampleUpdated = {
  ...exampleContact,
  ...exampleUpdate,
  custom_fields: {},
  updated_at: "2024-01-25T10:00:00Z",
} as const;

/** A page with that one contact. */
export const examplePage = {
  contacts: [exampleContact],
  pagination: { page: 1, limit: 20, total: 1, total_pages: 1 },
} as const;
