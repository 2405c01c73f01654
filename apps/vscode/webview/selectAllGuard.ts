/** True for the keys that select all. */
const isSelectAll = ({ ctrlKey, metaKey, altKey, shiftKey, key }: KeyboardEvent): boolean =>
  (ctrlKey || metaKey) && !altKey && !shiftKey && key.toLowerCase() === "a";

/**
 * Keeps "select all" in an input to the browser. VS Code answers these keys too, a moment later and from outside: it
 * would select what has been typed meanwhile, and the next letter would replace it.
 */
export function guardSelectAll(): void {
  document.addEventListener("keydown", (event) => {
    const { target } = event;
    const isText = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
    if (isText && isSelectAll(event)) event.stopPropagation();
  });
}
