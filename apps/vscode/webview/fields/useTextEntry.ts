import { useLayoutEffect, useRef } from "preact/hooks";
import { showText, type TextElement } from "./caret.ts";
import { useRefresh } from "./useRefresh.ts";

type TextEntry = {
  /** The text that the element should show when the person is not ahead of it. */
  text: string;
  /** True while the person is ahead of `text`. */
  isAhead: () => boolean;
  onText: (text: string) => void;
  /** Called before an input method takes over and when the person leaves: what is typed so far is a whole. */
  onPause?: () => void;
  onLeave?: () => void;
};

/**
 * A text element that belongs to the person typing: it is never overwritten by its own echo, and neither touched nor
 * read while an input method composes.
 */
export function useTextEntry({ text, isAhead, onText, onPause, onLeave }: TextEntry) {
  const ref = useRef<TextElement>(null);
  const composedOver = useRef<string>(undefined);
  const refresh = useRefresh();
  const hadFocus = useRef(false);
  const { current: setElement } = useRef((element: TextElement | null) => {
    // A text that gets lines gets another element, and the focus goes along.
    if (element === null) hadFocus.current = ref.current === document.activeElement;
    else if (hadFocus.current) element.focus();
    ref.current = element;
  });

  useLayoutEffect(() => {
    if (ref.current && composedOver.current === undefined && !isAhead()) showText(ref.current, text);
  });

  return {
    ref: setElement,
    onInput: ({ currentTarget }: { currentTarget: TextElement }) => {
      if (composedOver.current === undefined) onText(currentTarget.value);
    },
    onCompositionStart: ({ currentTarget }: { currentTarget: TextElement }) => {
      onPause?.();
      composedOver.current = currentTarget.value;
    },
    onCompositionEnd: ({ currentTarget }: { currentTarget: TextElement }) => {
      const before = composedOver.current;
      composedOver.current = undefined;
      if (currentTarget.value !== before) onText(currentTarget.value);
      refresh();
    },
    onBlur: () => {
      onPause?.();
      onLeave?.();
    },
  };
}
