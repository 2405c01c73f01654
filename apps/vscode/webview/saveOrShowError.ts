import { type ContactField, contactFieldNames } from "@raze-contacts/schema";
import { fieldLabel } from "../src/words/contractWords.ts";
import type { Controls } from "./controls.ts";
import * as words from "./words.ts";

const firstError = (within = "") => document.querySelector<HTMLElement>(`${within} [data-holds-save=true]`);

const fieldOf = (element: HTMLElement | null): ContactField | undefined => {
  const field = element?.closest<HTMLElement>("[data-field]")?.getAttribute("data-field");
  return contactFieldNames.find((one) => one === field);
};

// A row that is wrong is not in the draft, so nobody but the form knows of it.
const firstHeld = () => firstError(".row");
/** The field with something in it that is in no draft, because it is not valid yet. */
export const heldField = (): ContactField | undefined => fieldOf(firstHeld());
/** Goes to what {@link heldField} is about. */
export const goToHeld = (): void => firstHeld()?.focus();

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
