/** What happens on the connection itself in place of an answer. */
export type SocketScript = {
  readonly chunks: readonly Uint8Array<ArrayBuffer>[];
  readonly pauseMs: number;
  readonly end: "reset" | "close";
};

const scripts = new WeakMap<object, SocketScript>();

/** Gives an answer, or an error thrown in place of one, what a port makes of it. */
export function withScript<Outcome extends object>(outcome: Outcome, script: SocketScript): Outcome {
  scripts.set(outcome, script);
  return outcome;
}

/** What a port makes of an answer or an error, where it is something of its own. */
export const scriptOf = (outcome: unknown): SocketScript | undefined =>
  typeof outcome === "object" && outcome !== null ? scripts.get(outcome) : undefined;

/** An answer as it stands on the wire: its head, and its body. */
export async function onTheWire(
  answer: Response,
): Promise<[head: Uint8Array<ArrayBuffer>, body: Uint8Array<ArrayBuffer>]> {
  const body = new Uint8Array(await answer.clone().arrayBuffer());
  const headers = [...answer.headers, ["content-length", body.length], ["connection", "close"]];
  const lines = headers.map(([name, value]) => `${name}: ${value}\r\n`);
  return [new TextEncoder().encode(`HTTP/1.1 ${answer.status} \r\n${lines.join("")}\r\n`), body];
}
