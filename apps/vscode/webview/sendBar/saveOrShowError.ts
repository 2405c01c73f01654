import { fieldLabel } from "../../src/words/contractWords.ts";
import type { Controls } from "../controls.ts";
import { fieldOf, firstError } from "../heldField.ts";
import * as words from "../words.ts";

/** Saves, unless a field holds an error that the person can mend here: then that field is where they go. */
export function saveOrShowError({ edits, act, announce }: Controls, isChanged: boolean): void {
  edits.flush();
  const first = firstError();
  if (first) {
    const field = fieldOf(first);
    first.focus();
    if (field) announce(words.notSaved(fieldLabel(field)), "at once");
  } else if (isChanged || !edits.isSettled()) act("save");
}
