import { isPlainObject } from "@raze-contacts/schema";
import { withBody } from "./bodies.ts";

type Data = Readonly<Record<string, unknown>>;

/** The server's answer with its `data` changed; an answer without such an object stays as it is. */
export async function changeData(given: Response, change: (data: Data) => Data): Promise<Response> {
  if (!given.ok) return given;
  const value: unknown = await given.json();
  const { data, ...rest } = isPlainObject(value) ? value : {};
  return withBody(given, JSON.stringify({ ...rest, data: isPlainObject(data) ? change(data) : data }));
}
