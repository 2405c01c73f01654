import { errorReasons, type RazeErrorReason } from "@raze-contacts/core";

/** Where core speaks to a programmer, of an error's properties or of the options of a call. */
const toPeople: Readonly<Partial<Record<RazeErrorReason, string>>> = {
  rate_limited: "This hour's calls are used up.",
  timed_out: "The server took too long to answer. Try again.",
  update_invalid: "The update holds values that cannot be sent.",
  values_refused: "The server refused the call.",
};

/** What went wrong, for a person, in English. */
export const reasonSentence = (reason: RazeErrorReason): string => toPeople[reason] ?? errorReasons[reason].sentence;
