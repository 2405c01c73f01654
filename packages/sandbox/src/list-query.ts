/** What a list can be sorted by. */
const sortFields = ["created_at", "updated_at", "name", "email", "company"] as const;
type SortField = (typeof sortFields)[number];

/** The query of a list, with the documented defaults filled in. */
export type ListQuery = {
  readonly page: number;
  readonly limit: number;
  readonly search: string;
  readonly company: string;
  readonly email: string;
  readonly source: string;
  readonly tags: readonly string[];
  readonly sortBy: SortField;
  readonly sortOrder: "asc" | "desc";
};

/** A sentence for each parameter that is not valid. */
type Faults = { page?: string; limit?: string; sort_by?: string; sort_order?: string };

const isSortField = (text: string): text is SortField => sortFields.some((field) => field === text);
const isSortOrder = (text: string): text is ListQuery["sortOrder"] => text === "asc" || text === "desc";

const wholeNumber = (text: string, maximum: number): number | undefined => {
  const number = /^\d+$/.test(text) ? Number(text) : 0;
  return number >= 1 && number <= maximum ? number : undefined;
};

/** Reads a list's query: the query, or one sentence for each parameter that is not valid. Others are ignored. */
export function readListQuery(
  parameters: URLSearchParams,
): { ok: true; query: ListQuery } | { ok: false; fields: Faults } {
  const text = (name: string): string => parameters.get(name) ?? "";
  const page = wholeNumber(parameters.get("page") ?? "1", Number.MAX_SAFE_INTEGER);
  const limit = wholeNumber(parameters.get("limit") ?? "20", 100);
  const sortBy = parameters.get("sort_by") ?? "created_at";
  const sortOrder = parameters.get("sort_order") ?? "desc";

  const fields: Faults = {};
  if (page === undefined) fields.page = "page must be a whole number from 1.";
  if (limit === undefined) fields.limit = "limit must be a whole number from 1 to 100.";
  if (!isSortField(sortBy)) fields.sort_by = `sort_by must be one of ${sortFields.join(", ")}.`;
  if (!isSortOrder(sortOrder)) fields.sort_order = "sort_order must be asc or desc.";
  if (page === undefined || limit === undefined || !isSortField(sortBy) || !isSortOrder(sortOrder)) {
    return { ok: false, fields };
  }

  const tags = text("tags")
    .split(",")
    .map((tag) => tag.trim())
    .filter((tag) => tag !== "");
  const filters = { search: text("search"), company: text("company"), email: text("email"), source: text("source") };
  return { ok: true, query: { page, limit, ...filters, tags, sortBy, sortOrder } };
}
