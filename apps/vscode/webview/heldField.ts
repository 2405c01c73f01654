import { type ContactField, contactFieldNames } from "@raze-contacts/schema";

/** The first control with an error that holds the save back. */
export const firstError = (within = "") => document.querySelector<HTMLElement>(`${within} [data-holds-save=true]`);

/** The field that a control belongs to. */
export const fieldOf = (element: HTMLElement | null): ContactField | undefined => {
  const field = element?.closest<HTMLElement>("[data-field]")?.getAttribute("data-field");
  return contactFieldNames.find((one) => one === field);
};

// A row that is wrong is not in the draft, so nobody but the form knows of it.
const firstHeld = () => firstError(".row");
/** The field with something in it that is in no draft, because it is not valid yet. */
export const heldField = (): ContactField | undefined => fieldOf(firstHeld());
/** Goes to what {@link heldField} is about. */
export const goToHeld = (): void => firstHeld()?.focus();
