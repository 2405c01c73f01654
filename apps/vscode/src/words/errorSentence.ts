import { errorNotes, errorReasons, RazeError } from "@raze-contacts/core";
import { t } from "./translate.ts";

/** What went wrong, for a person: core's sentences in their language, any other error as it is. */
export function errorSentence(error: unknown): string {
  if (!(error instanceof RazeError)) return error instanceof Error ? error.message : String(error);
  const { reason, params, step, outcome } = error;
  return [
    step && t(errorNotes[step]),
    t(errorReasons[reason].sentence, params),
    outcome === "unknown" && t(errorNotes.outcome_unknown),
  ]
    .filter(Boolean)
    .join(" ");
}
