import { errorReasons, type RazeErrorReason } from "@raze-contacts/core";
import { expect, test } from "vitest";
import { reasonSentence } from "../../src/words/reasonSentence.ts";

// Object.keys knows only strings; the table has exactly these keys.
test.each(Object.keys(errorReasons) as RazeErrorReason[])(
  "%s is told without a property's name or a call's options",
  (reason) => {
    expect(reasonSentence(reason)).not.toMatch(/[a-z][A-Z]|milliseconds|allow more/);
  },
);
