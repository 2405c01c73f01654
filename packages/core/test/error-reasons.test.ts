import { expect, test } from "vitest";
import { errorNotes, errorReasons, RazeError, type RazeErrorReason } from "../src/index.ts";

const reasons = Object.keys(errorReasons) as RazeErrorReason[]; // Object.keys knows only strings

test.each(reasons)("%s is told in whole sentences", (reason) => {
  expect(new RazeError({ reason }).message).toMatch(/^\p{Lu}[^.]{10,}.*\.$/u);
});

test.each(Object.entries(errorNotes))("the note %s is a whole sentence", (_, note) => {
  expect(note).toMatch(/^\p{Lu}.{10,}\.$/u);
});

test("parameters are filled in as they are, and one that is not given stays visible", () => {
  const { message } = new RazeError({ reason: "option_invalid", params: { option: "$& {option}" } });
  expect(message).toBe("The option $& {option} has the wrong type or is out of range.");
  expect(new RazeError({ reason: "option_invalid" }).message).toContain("The option {option} has");
});

test("what an error was not told is empty or absent, and a change was not made", () => {
  expect(Object.assign({}, new RazeError({ reason: "aborted" }))).toEqual({
    name: "RazeError",
    kind: "aborted",
    reason: "aborted",
    params: {},
    step: undefined,
    outcome: "not_applied",
    attempts: 0,
    status: undefined,
    code: undefined,
    fieldErrors: [],
    retryAt: undefined,
    rateLimit: undefined,
    requiredPermission: undefined,
  });
});
