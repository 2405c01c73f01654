const units = [
  { unit: "minute", milliseconds: 60_000, most: 60 },
  { unit: "hour", milliseconds: 3_600_000, most: 24 },
  { unit: "day", milliseconds: 86_400_000, most: 30 },
] as const;

/**
 * How long ago something was, in words; a date when it is long ago.
 *
 * @example timeAgo(Date.now() - 7_200_000, Date.now(), "en") // "2 hours ago"
 */
export function timeAgo(time: number, now: number, language: string): string {
  const words = new Intl.RelativeTimeFormat(language, { numeric: "auto" });
  const passed = Math.max(0, now - time); // a clock that was set back
  if (passed < 60_000) return words.format(0, "second");
  for (const { unit, milliseconds, most } of units) {
    const count = Math.floor(passed / milliseconds);
    if (count < most) return words.format(-count, unit);
  }
  return new Date(time).toLocaleDateString(language);
}
