import { onTestFinished } from "vitest";
import { createFaultySandbox, type FaultySandboxOptions } from "../src/faults.ts";
import { listen } from "../src/node.ts";
import { johnId } from "./caller.ts";

type Asked = { path?: string; method?: string; key?: string; signal?: AbortSignal; body?: string };

/** An answer, its body as text and, where it is JSON, as a value. */
export type Answer = { status: number; headers: Headers; text: string; value: unknown };

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** A faulty sandbox behind a port, and the documented calls to it; ends with the test. */
export async function serve(options: FaultySandboxOptions = {}) {
  const sandbox = createFaultySandbox(options);
  const { url, key: ownKey, close } = await listen(sandbox);
  onTestFinished(close);

  const open = ({ path = `/contacts/${johnId}`, method = "GET", key = ownKey, signal, body }: Asked = {}) =>
    fetch(url + path, {
      method,
      redirect: "manual",
      headers: { "X-API-Key": key, ...(body !== undefined && { "Content-Type": "application/json" }) },
      ...(signal && { signal }),
      ...(body !== undefined && { body }),
    });
  const ask = async (asked: Asked = {}): Promise<Answer> => {
    const answer = await open(asked);
    const text = await answer.text();
    return { status: answer.status, headers: answer.headers, text, value: parsed(text) };
  };
  const updating = (update: unknown, id = johnId) =>
    ({ path: `/contacts/${id}`, method: "PUT", body: JSON.stringify(update) }) as const;

  return {
    ...sandbox,
    key: ownKey,
    /** The answer before its body is read. */
    open,
    ask,
    get: (id = johnId) => ask({ path: `/contacts/${id}` }),
    list: (query = "") => ask({ path: `/contacts${query}` }),
    update: (update: unknown, id = johnId) => ask(updating(update, id)),
    updating,
    john: () => sandbox.contacts.get(johnId),
    methods: () => sandbox.received.map(({ method }) => method),
  };
}
