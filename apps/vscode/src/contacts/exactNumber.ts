import { t } from "../words/translate.ts";

/** True for a number that JSON and JavaScript agree on; past it, digits get lost, and with them somebody's long id. */
export const isExact = (value: number): boolean => Math.abs(value) <= Number.MAX_SAFE_INTEGER;

/** What is said of a number that is not exact. */
export const inexactSentence = (): string => t("This number is too long to be kept exactly. Use text.");
