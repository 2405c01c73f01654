import { RazeError } from "./error.ts";
import { isText } from "./json-objects.ts";

/** Which contacts to list, and how (the API's List Contacts page). */
export type ListQuery = {
  /** Counts from 1. */
  readonly page?: number | undefined;
  /** Contacts a page: 1 to 100; the server takes 20 unless told. */
  readonly limit?: number | undefined;
  /** Text in name, email or company. */
  readonly search?: string | undefined;
  readonly company?: string | undefined;
  readonly email?: string | undefined;
  readonly source?: string | undefined;
  /** None with a comma in it: commas separate them on their way. */
  readonly tags?: readonly string[] | undefined;
  /** A field's name; the server takes `created_at` unless told. */
  readonly sortBy?: string | undefined;
  /** The server takes `desc` unless told. */
  readonly sortOrder?: "asc" | "desc" | undefined;
};

type Accepts = (value: unknown) => boolean;

const isCount =
  (most: number): Accepts =>
  (value) =>
    Number.isInteger(value) && Number(value) >= 1 && Number(value) <= most;

const parameters: Readonly<Record<keyof ListQuery, readonly [name: string, accepts: Accepts]>> = {
  page: ["page", isCount(Number.MAX_SAFE_INTEGER)],
  limit: ["limit", isCount(100)],
  search: ["search", isText],
  company: ["company", isText],
  email: ["email", isText],
  source: ["source", isText],
  // The list travels separated by commas: a comma inside a tag would ask for two others.
  tags: ["tags", (value) => Array.isArray(value) && value.every((tag) => isText(tag) && !tag.includes(","))],
  sortBy: ["sort_by", isText],
  sortOrder: ["sort_order", (value) => value === "asc" || value === "desc"],
};

/**
 * The query of a list's address, `?` included; an empty text or list asks for nothing and is left out.
 *
 * @throws RazeError `invalid_request` with the option's name
 */
export function listSearch(query: ListQuery): string {
  const search = new URLSearchParams();
  for (const [option, [name, accepts]] of Object.entries(parameters)) {
    const value = query[option as keyof ListQuery]; // the table's keys are the query's
    if (value === undefined) continue;
    if (!accepts(value)) throw new RazeError({ reason: "option_invalid", params: { option } });
    const text = String(value);
    if (text !== "") search.set(name, text);
  }
  return search.size === 0 ? "" : `?${search}`;
}
