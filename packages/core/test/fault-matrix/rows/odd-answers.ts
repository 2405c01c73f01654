import {
  answerWith,
  emptyAnswer,
  endlessBody,
  type Fault,
  gzip,
  gzipBomb,
  htmlPage,
  latency,
  slowDrip,
  slowHead,
  truncatedJson,
  wrongId,
  wrongLength,
} from "@raze-contacts/sandbox/faults";
import type { RazeErrorReason } from "../../../src/index.ts";
import { stored } from "../canaries.ts";
import { fails, succeeds } from "../expectation.ts";
import { always, done, type FaultGroup } from "../fault-row.ts";

// A status of success was said; that it cannot be read does not mean that nothing was done. Asking again may repeat it.
const unreadable = (reason: RazeErrorReason, applied = true) =>
  fails("unexpected_response", reason, { outcome: "unknown", applied });

const text = (body: string | Uint8Array<ArrayBuffer>, status = 200): Fault =>
  answerWith(() => new Response(body, { status, headers: { "Content-Type": "application/json" } }), "after");
const json = (body: unknown): Fault => text(JSON.stringify(body));

const withoutContact = (title: string, fault: Fault) =>
  always(title, fault, unreadable("contact_unreadable"), { listEnds: unreadable("list_unreadable") });

/** The server's own answer with something else done to its text or its head. */
const changed =
  (change: (body: string, given: Response) => Response): Fault =>
  async (_, answer) => {
    const given = await answer();
    return change(await given.text(), given);
  };
const type = (contentType: string): Fault =>
  changed((body) => new Response(body, { headers: { "Content-Type": contentType } }));
const status = (code: number): Fault => changed((body) => new Response(body, { status: code }));

export const unusableAnswers: FaultGroup = {
  title: "A success that cannot be read",
  rows: [
    always("JSON that is cut", truncatedJson(), unreadable("not_json")),
    always("a page under 200, not applied", htmlPage(200), unreadable("not_json", false)),
    always("a page under 200, applied", htmlPage(200, "after"), unreadable("not_json")),
    always("200 without a body", emptyAnswer(200, "after"), unreadable("body_missing")),
    always("201 without a body", emptyAnswer(201, "after"), unreadable("body_missing")),
    always("204", emptyAnswer(204, "after"), unreadable("body_missing")),
    always("205, not applied", emptyAnswer(205), unreadable("body_missing", false)),
    always("white space alone", text(" \r\n\t "), unreadable("body_missing")),
    always("a Content-Length that is too short", wrongLength(-10), unreadable("not_json")),
    always("bytes that are no text", text(new Uint8Array([0xff, 0xfe, 0x00, 0x80])), unreadable("not_json")),
    always("an endless body", endlessBody(), unreadable("body_too_large")),
    always("a gzip bomb", gzipBomb(), unreadable("body_too_large")),
    always("success: false", json({ success: false, error: { code: "X" } }), unreadable("success_denied")),
    always("success: false with the contact", json({ success: false, data: stored }), unreadable("success_denied")),
    withoutContact("null", json(null)),
    withoutContact("a number", json(5)),
    withoutContact("a text", json("done")),
    withoutContact("an empty object", json({})),
    withoutContact("success: true alone", json({ success: true })),
    withoutContact("data: null", json({ success: true, data: null })),
    withoutContact("data: a text", json({ success: true, data: "ok" })),
    withoutContact("data without an id", json({ success: true, data: { name: "Somebody" } })),
    withoutContact("data with a number as id", json({ success: true, data: { id: 5 } })),
    withoutContact("data with an empty id", json({ success: true, data: { id: "" } })),
    always("data as a list", json({ success: true, data: [stored] }), unreadable("contact_unreadable"), {
      listEnds: succeeds(),
    }),
    always("another contact", wrongId(), unreadable("other_contact"), { listEnds: succeeds() }),
  ],
};

export const oddAnswers: FaultGroup = {
  title: "A success that looks odd, and is one",
  rows: [
    always("late", latency(20), succeeds()),
    always("its head comes in pieces", slowHead(), succeeds()),
    always("its body comes in pieces", slowDrip(), succeeds()),
    always("gzip", gzip(), succeeds()),
    always("gzip, in pieces", done(slowDrip(), gzip()), succeeds()),
    always("the id in another case", wrongId(stored.id.toUpperCase()), succeeds()),
    always("as text/plain", type("text/plain"), succeeds()),
    always("as text/html", type("text/html"), succeeds()),
    always(
      "with a byte order mark",
      changed((body) => new Response(`\ufeff${body}`)),
      succeeds(),
    ),
    always("under 201", status(201), succeeds()),
    always("under 202", status(202), succeeds()),
    always("under 206", status(206), succeeds()),
    always(
      "200 bytes of white space around it",
      changed((body) => new Response(body + " ".repeat(200))),
      succeeds(),
    ),
  ],
};
