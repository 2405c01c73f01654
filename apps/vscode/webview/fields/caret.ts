/** An element that a person types text into. */
export type TextElement = HTMLInputElement | HTMLTextAreaElement;

/**
 * Where a caret belongs after a text was changed elsewhere: before, behind, or at the end of what changed. Behind what
 * was put in at the caret itself, as redo puts in again what was typed there.
 */
export function caretAfterChange(before: string, after: string, caret: number): number {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  if (caret < head) return caret;
  if (caret >= before.length - tail) return caret + after.length - before.length;
  return caret === head ? caret : after.length - tail;
}

/** Shows a text in an element, if it shows another, without moving caret, selection or scroll more than needed. */
export function showText(element: TextElement, text: string): void {
  const before = element.value;
  // An element drops or rewrites carriage returns; what it made of the text is not another text.
  const after = text.replaceAll(/\r\n?/g, "\n");
  if (before === after) return;
  if (document.activeElement !== element) {
    element.value = after; // to ask for its scroll too would lay out the page, once for each field
    return;
  }
  const { selectionStart, selectionEnd, selectionDirection, scrollLeft, scrollTop } = element;
  element.value = after;
  if (selectionStart === null || selectionEnd === null) return;
  element.setSelectionRange(
    caretAfterChange(before, after, selectionStart),
    caretAfterChange(before, after, selectionEnd),
    selectionDirection ?? "none",
  );
  element.scrollLeft = scrollLeft;
  element.scrollTop = scrollTop;
}
