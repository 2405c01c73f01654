import type { PendingEdits } from "./pendingEdits.ts";

const patience = 1000;

/** True for the keys that VS Code takes as undo and redo. */
const isUndoOrRedo = ({ ctrlKey, metaKey, altKey, key }: KeyboardEvent): boolean =>
  (ctrlKey || metaKey) && !altKey && (key.toLowerCase() === "z" || key.toLowerCase() === "y");

/**
 * Lets undo and redo wait for what was just typed. VS Code undoes the document, and a letter that is not in it yet
 * would overwrite what undo brought back. So the key is held until the document holds every letter, then pressed again.
 */
export function guardUndo(edits: PendingEdits): void {
  const again = new WeakSet<Event>();
  window.addEventListener(
    "keydown",
    (event) => {
      if (!isUndoOrRedo(event) || event.isComposing || again.has(event)) return;
      edits.flush();
      if (edits.isSettled()) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      const { target } = event;
      const pressed = new KeyboardEvent("keydown", event);
      again.add(pressed);
      const time = new Promise((resolve) => setTimeout(resolve, patience));
      void Promise.race([edits.whenSettled(), time]).then(() => target?.dispatchEvent(pressed));
    },
    { capture: true },
  );
}
