let language: string | undefined;

/** Takes the language in which times and counts are written; without it, it is that of whoever runs this. */
export function writeIn(tag: string): void {
  language = tag;
}

/** A time of day as the person's language writes it. */
export const timeOfDay = (time: Date): string => time.toLocaleTimeString(language);

/** A count as the person's language writes it. */
export const countText = (count: number): string => count.toLocaleString(language);
