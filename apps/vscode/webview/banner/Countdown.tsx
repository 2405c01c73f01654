import { useEffect, useState } from "preact/hooks";
import * as words from "../words.ts";

/** How long to wait, second by second. It only tells: trying again is the person's to do. */
export function Countdown({ until }: { until: number }) {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now), 1_000);
    return () => clearInterval(timer);
  }, [until]);
  const seconds = Math.ceil((until - now) / 1_000);
  const left = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  return (
    // A timer is not read out as it moves.
    <span role="timer"> {seconds > 0 ? words.tryAgainIn(left) : words.tryAgainNow}</span>
  );
}
