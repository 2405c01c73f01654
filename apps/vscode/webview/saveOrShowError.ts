import { contactFieldNames } from "@raze-contacts/schema";
import { fieldLabel } from "../src/words/contractWords.ts";
import type { Controls } from "./controls.ts";
import * as words from "./words.ts";

/** Saves, unless a field holds an error that the person can mend here: then that field is where they go. */
export function saveOrShowError({ edits, act, announce }: Controls, isChanged: boolean): void {
  edits.flush();
  const first = document.querySelector<HTMLElement>("[data-holds-save=true]");
  if (first) {
    const field = first.closest<HTMLElement>("[data-field]")?.getAttribute("data-field");
    const name = contactFieldNames.find((one) => one === field);
    first.focus();
    if (name) announce(words.notSaved(fieldLabel(name)), "at once");
  } else if (isChanged || !edits.isSettled()) act("save");
}
