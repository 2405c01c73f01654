import type { RefObject } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";

/**
 * One Tab stop for a list of buttons, with arrow keys, Home and End among them; the right arrow leaves the last one,
 * and the down arrow the last line, for the element behind the list.
 */
export function useRovingFocus(count: number, behind: RefObject<HTMLElement | null>) {
  const list = useRef<HTMLUListElement>(null);
  const [wanted, setTabStop] = useState<number>();
  const focusNext = useRef<number | "behind">(undefined);
  const tabStop = Math.min(wanted ?? count - 1, count - 1);
  const focus = (position: number | undefined) => {
    const button = position === undefined ? undefined : list.current?.querySelectorAll("button")[position];
    (button ?? behind.current)?.focus();
  };

  useLayoutEffect(() => {
    const next = focusNext.current;
    focusNext.current = undefined;
    if (next !== undefined) focus(next === "behind" ? undefined : next);
  });

  /** The nearest button in the line above or below. */
  const acrossLines = (step: 1 | -1): number | undefined => {
    const boxes = Array.from(list.current?.querySelectorAll("button") ?? [], (one) => one.getBoundingClientRect());
    const from = boxes[tabStop] ?? new DOMRect();
    const beyond = boxes.filter(({ top }) => (top - from.top) * step > 1);
    const line = beyond.at(step < 0 ? -1 : 0)?.top;
    const distance = ({ x }: DOMRect) => Math.abs(x - from.x);
    const [nearest] = beyond.filter(({ top }) => top === line).sort((a, b) => distance(a) - distance(b));
    return nearest && boxes.indexOf(nearest);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Partial<Record<string, () => number | undefined>> = {
      ArrowLeft: () => Math.max(tabStop - 1, 0),
      ArrowRight: () => tabStop + 1,
      ArrowUp: () => acrossLines(-1) ?? tabStop,
      ArrowDown: () => acrossLines(1),
      Home: () => 0,
      End: () => count - 1,
    };
    const step = steps[event.key];
    if (step !== undefined) {
      event.preventDefault();
      focus(step());
    } else if ((event.key === "Delete" || event.key === "Backspace") && event.target instanceof HTMLElement) {
      event.preventDefault();
      // What is removed is not brought back by pressing on.
      if (!event.repeat && !event.target.closest(".removed")) event.target.click();
    }
  };
  return {
    list,
    tabStop,
    setTabStop,
    onKeyDown,
    focusLast: () => focus(count - 1),
    /** Moves the focus once the list is drawn anew: to a button by its position, or behind the list. */
    focusSoon: (position: number | undefined) => {
      focusNext.current = position ?? "behind";
      setTabStop(position);
    },
  };
}
