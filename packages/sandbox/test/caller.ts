import { contactSchema } from "@raze-contacts/schema";
import { type Sandbox, sandboxKey } from "../src/index.ts";

type Json = Record<string, unknown>;
type Answer = { status: number; headers: Headers; body: Json };
type Call = { method?: string; key?: string | null; type?: string; body?: string };

/** The id of the documented contact. */
export const johnId = "cnt_abc123def456";

const isObject = (value: unknown): value is Json => typeof value === "object" && value !== null;

/** Calls a sandbox without a port: the path follows /external/v1. */
export async function call(sandbox: Sandbox, path: string, { method, key, type, body }: Call = {}): Promise<Answer> {
  const headers: Record<string, string> = {};
  if (key !== null) headers["X-API-Key"] = key ?? sandboxKey;
  if (body !== undefined) headers["Content-Type"] = type ?? "application/json";
  const answer = await sandbox.fetch(`http://sandbox.example/external/v1${path}`, {
    method: method ?? "GET",
    headers,
    ...(body === undefined ? {} : { body }),
  });
  const value: unknown = await answer.json();
  if (!isObject(value)) throw new TypeError("an answer must be an object");
  return { status: answer.status, headers: answer.headers, body: value };
}

/** Sends an update of the documented contact. */
export const put = (sandbox: Sandbox, update: unknown, id = johnId): Promise<Answer> =>
  call(sandbox, `/contacts/${id}`, { method: "PUT", body: JSON.stringify(update) });

/** The contact that the store holds, or a failed test. */
export const stored = (sandbox: Sandbox, id = johnId) => contactSchema.parse(sandbox.contacts.get(id));
