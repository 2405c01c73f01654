import { useEffect, useRef, useState } from "preact/hooks";

const pause = 600;

/**
 * When an error may be seen: after the person left the field or paused, and then as long as it is there. It is gone
 * with the key that mends it.
 *
 * @param startsSettled false for something new that nobody could fill in yet
 */
export function useErrorTiming(hasError: boolean, startsSettled = true) {
  const [isSettled, setSettled] = useState(startsSettled);
  const wasShown = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const isShown = hasError && (isSettled || wasShown.current);
  wasShown.current = isShown;
  const settle = () => {
    clearTimeout(timer.current);
    setSettled(true);
  };
  const begin = () => {
    clearTimeout(timer.current);
    setSettled(false);
  };
  return {
    isShown,
    isSettled,
    settle,
    begin,
    typing: () => {
      begin();
      timer.current = setTimeout(settle, pause);
    },
  };
}
