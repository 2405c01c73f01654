import type { ContactField } from "@raze-contacts/schema";
import type { RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

/** The id of the control of a field; its label, errors and notes have ids made from it. */
export const controlId = (field: ContactField): string => `field-${field}`;

/** Where to go on from what is no longer there: the control of its field, else the heading. */
const nextStop = (field: ContactField | undefined) =>
  document.querySelector<HTMLElement>(field ? `#${controlId(field)}, [data-field=${field}] .add` : "h1") ??
  document.querySelector("h1");

/** Hands the focus on before an element that has it goes: nobody should have to look for where they were. */
export function useHandover<Element extends HTMLElement>(field?: ContactField) {
  const ref = useRef<Element>(null);
  useLayoutEffect(
    () => () => {
      if (ref.current?.contains(document.activeElement)) nextStop(field)?.focus();
    },
    [field],
  );
  return ref;
}

/** Hands the focus on when the part of a field's list that has it goes, as with an undo. */
export function useListHandover(list: RefObject<HTMLElement | null>, field: ContactField): void {
  const hadFocus = list.current?.contains(document.activeElement);
  useLayoutEffect(() => {
    if (hadFocus && document.activeElement === document.body) nextStop(field)?.focus();
  });
}

/**
 * Brings the focus back to where it was in the page. VS Code focuses the page, not what is in it, when a person comes
 * back by keyboard.
 */
export function guardFocus(): void {
  let last: HTMLElement | undefined;
  document.addEventListener("focusin", ({ target }) => {
    if (target instanceof HTMLElement) last = target;
  });
  const bringBack = () => {
    if (last === undefined || !document.hasFocus() || document.activeElement !== document.body) return;
    (last.isConnected ? last : nextStop(undefined))?.focus();
  };
  window.addEventListener("focus", () => {
    // A click goes where it points; and a focus that only passes by, on its way to another editor, must not be held.
    if (!document.querySelector(":active")) setTimeout(bringBack);
  });
}
