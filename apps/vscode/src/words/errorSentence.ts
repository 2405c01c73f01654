import { errorNotes, RazeError } from "@raze-contacts/core";
import { timeOfDay } from "./locale.ts";
import { reasonSentence } from "./reasonSentence.ts";
import { t } from "./translate.ts";

/** What went wrong, for a person: core's errors in their language, any other error as it is. */
export function errorSentence(error: unknown): string {
  if (!(error instanceof RazeError)) return error instanceof Error ? error.message : String(error);
  const { step, outcome } = error;
  return [step && t(errorNotes[step]), whatHappened(error), outcome === "unknown" && t(errorNotes.outcome_unknown)]
    .filter(Boolean)
    .join(" ");
}

/** The same without what became of a change. */
export const whatHappened = ({ reason, params, retryAt }: RazeError): string =>
  reason === "rate_limited" ? usedUpSentence(retryAt) : t(reasonSentence(reason), params);

/** There are no calls left, until there are new ones. */
export const usedUpSentence = (until: Date | undefined): string =>
  until === undefined
    ? t(reasonSentence("rate_limited"))
    : t("This hour's calls are used up until {0}.", timeOfDay(until));
