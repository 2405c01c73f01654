import type { RefObject } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { PendingEdits } from "../pendingEdits.ts";
import * as words from "../words.ts";

type TagInputProps = {
  id: string;
  describedBy: string;
  isInvalid: boolean;
  elementRef: RefObject<HTMLInputElement | null>;
  edits: PendingEdits;
  /** Takes what was typed or pasted, one tag or many. */
  onTags: (text: string) => void;
  onTyping: () => void;
  onBackToTags: () => void;
  onRemoveLast: () => void;
};

/**
 * Where a tag is typed. The text belongs to the element alone until it is a tag; it is one with Enter, a comma or a
 * semicolon, on leaving, and before a save.
 */
export function TagInput({ id, describedBy, isInvalid, elementRef, edits, ...on }: TagInputProps) {
  const take = (element: HTMLInputElement) => {
    const text = element.value;
    element.value = "";
    on.onTags(text);
  };
  const isComposing = useRef(false);
  const takeTyped = useRef(() => {});
  takeTyped.current = () => {
    if (elementRef.current && !isComposing.current) take(elementRef.current);
  };
  useEffect(() => edits.onFlush(() => takeTyped.current()), [edits]);

  const onKeyDown = (event: KeyboardEvent & { currentTarget: HTMLInputElement }) => {
    const element = event.currentTarget;
    if (event.isComposing) return;
    const isAtStart = element.selectionStart === 0 && element.selectionEnd === 0;
    if (event.key === "Enter") {
      event.preventDefault();
      take(element);
    } else if (event.key === "Backspace" && element.value === "") {
      event.preventDefault();
      if (event.repeat) return; // held down to delete what was typed
      on.onRemoveLast();
      element.focus();
    } else if (event.key === "ArrowLeft" && isAtStart) {
      event.preventDefault();
      on.onBackToTags();
    }
  };
  return (
    <input
      ref={elementRef}
      id={id}
      type="text"
      dir="auto"
      autocomplete="off"
      placeholder={words.addTag}
      aria-invalid={isInvalid}
      aria-describedby={describedBy}
      onKeyDown={onKeyDown}
      onInput={({ currentTarget }) => {
        on.onTyping();
        if (!isComposing.current && /[,;]/.test(currentTarget.value)) take(currentTarget);
      }}
      onPaste={(event) => {
        const text = event.clipboardData?.getData("text/plain") ?? "";
        if (!/[,;\r\n]/.test(text)) return;
        // An input drops line breaks: the list must be read before it is pasted.
        event.preventDefault();
        on.onTags(text);
      }}
      onCompositionStart={() => {
        isComposing.current = true;
      }}
      onCompositionEnd={({ currentTarget }) => {
        isComposing.current = false;
        if (/[,;]/.test(currentTarget.value)) take(currentTarget);
      }}
      onBlur={({ currentTarget }) => take(currentTarget)}
    />
  );
}
