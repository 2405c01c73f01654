import fc from "fast-check";
import { key } from "../support/client.ts";
import { oddText } from "./odd-json.ts";

/** Makes one answer; called for each attempt, for a body can be read once. */
export type OddAnswer = () => Response;

const bytes = new TextEncoder();
const withoutBody = new Set([204, 205, 304]);

const chunked = (chunks: readonly unknown[], failure: unknown): ReadableStream =>
  new ReadableStream({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk);
      if (failure === undefined) controller.close();
      else controller.error(failure);
    },
  });

const cutAt = (text: string, at: number): unknown[] => [bytes.encode(text.slice(0, at)), bytes.encode(text.slice(at))];

// What a stream should not give, a hostile or a broken fetch may.
const oddChunk = fc.constantFrom<unknown>("a text", 5, null, undefined, {}, { byteLength: 3 }, new ArrayBuffer(4));
const failure = fc.constantFrom<unknown>(null, "lost", new TypeError(`terminated ${key}`), { code: key });

const body: fc.Arbitrary<() => ConstructorParameters<typeof Response>[0]> = fc.oneof(
  { weight: 8, arbitrary: oddText.map((text) => () => text) },
  fc.uint8Array({ maxLength: 40 }).map((array) => () => new Uint8Array(array)),
  fc.tuple(oddText, fc.nat(60)).map(
    ([text, at]) =>
      () =>
        chunked(cutAt(text, at), undefined),
  ),
  fc.tuple(oddText, fc.nat(60), failure).map(
    ([text, at, why]) =>
      () =>
        chunked(cutAt(text, at), why),
  ),
  fc.tuple(oddText, oddChunk).map(
    ([text, chunk]) =>
      () =>
        chunked([bytes.encode(text), chunk], undefined),
  ),
  fc.constant(() => null),
);

const status = fc.oneof(
  { weight: 6, arbitrary: fc.constant(200) },
  { weight: 4, arbitrary: fc.constantFrom(200, 201, 400, 401, 403, 404, 409, 422, 429, 500, 503) },
  fc.integer({ min: 200, max: 599 }),
);

const number = fc.constantFrom(
  "",
  "0",
  "1",
  "-1",
  "1.5",
  "1e9",
  "99999999999999",
  "soon",
  "Tue, 24 Nov 2026 12:00:05 GMT",
);
const headers = fc.record(
  {
    "content-type": fc.constantFrom("application/json", "text/html", `text/x; key=${key}`, "Canary Name", ";;;", ""),
    "retry-after": number,
    "x-ratelimit-limit": number,
    "x-ratelimit-remaining": number,
    "x-ratelimit-reset": number,
    location: fc.constantFrom("/", key),
  },
  { requiredKeys: [] },
);

/** Every kind of answer that a server, a proxy or somebody's own fetch may give. */
export const oddAnswer: fc.Arbitrary<OddAnswer> = fc.tuple(status, headers, body).map(([code, head, make]) => () => {
  const given = withoutBody.has(code) ? null : make();
  return new Response(given, { status: code, headers: head });
});
