import type { Conflict, RazeError, RazeErrorKind, SaveResult } from "@raze-contacts/core";
import { type ContactField, isContactField } from "@raze-contacts/schema";
import { faultSentence, fieldLabel } from "../../words/contractWords.ts";
import { errorSentence, whatHappened } from "../../words/errorSentence.ts";
import { t } from "../../words/translate.ts";
import type { Banner, Notice } from "./notices.ts";
import type { OpenConflict } from "./openConflicts.ts";

export type NoticeWithBanner = Notice & { readonly banner: Banner };

/** Field names as a person reads them, each once. */
export function listFields(fields: readonly (string | number | undefined)[]): string {
  const labels = fields.map((field) => (isContactField(field) ? fieldLabel(field) : String(field)));
  return [...new Set(labels)].join(", ");
}

const reload = () => ({ action: "reload" as const, label: t("Reload, Discard Mine") });
const compare = () => ({ action: "compare" as const, label: t("Compare") });
const signIn = () => ({ action: "sign_in" as const, label: t("Sign In…") });
const saveUnchecked = () => ({ action: "save_unchecked" as const, label: t("Save Unchecked") });
const saveLater = () => ({ action: "dismiss" as const, label: t("Later") });
const saveAgain = () => ({ action: "save" as const, label: t("Save Again") });

/** Somebody else changed what the draft changes; or nobody can tell, because the draft's base is lost. */
export function conflictNotice(conflicts: readonly Conflict[], hasBase: boolean): NoticeWithBanner {
  const fields = listFields(conflicts.map(({ path: [field] }) => field));
  const text = hasBase
    ? t(
        "{0}: changed on the server too since you opened this contact. Nothing was sent. Choose under each field, then save.",
        fields,
      )
    : t(
        "{0}: the server has something else, and the values your draft started from are lost, so nobody can tell which is newer. Nothing was sent. Choose under each field, then save.",
        fields,
      );
  return { banner: { tone: "error", text, actions: [compare(), reload()] }, conflicts, tellsConflicts: true };
}

/** The banner of conflicts as they stand; nothing when none is left. */
export function conflictsBanner(conflicts: readonly OpenConflict[], hasBase: boolean): Banner | undefined {
  if (conflicts.length === 0) return undefined;
  const undecided = conflicts.filter(({ chosen }) => chosen === undefined);
  if (undecided.length > 0) return conflictNotice(undecided, hasBase).banner;
  return {
    tone: "information",
    text: t("Your choices are made. Save to send them."),
    actions: [{ action: "save", label: t("Save") }, compare()],
  };
}

/** True for the values that stand for nothing. */
export const isEmptyValue = (value: unknown): boolean =>
  value === null || value === "" || (typeof value === "object" && Object.keys(value).length === 0);

/** A value as a person reads it. */
export function valueInWords(value: unknown): string {
  if (value === undefined) return t("not there");
  if (isEmptyValue(value)) return t("empty");
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** Why tags cannot be changed at a server that keeps them as objects. */
export const tagsLockedSentence = (): string =>
  t("This server keeps tags as objects. Sending their names could wipe them, so they cannot be changed here.");

/** The server keeps tags as objects; names in their place could wipe them. */
export const tagsAtRiskNotice = (): NoticeWithBanner => ({
  banner: {
    tone: "error",
    text: t(
      "This server keeps tags as objects, and sending their names could wipe them. Nothing was sent: revert Tags to save the rest.",
    ),
    actions: [compare()],
  },
});

/** The server said yes and stored something else. */
export const unappliedNotice = (fields: readonly ContactField[]): NoticeWithBanner => ({
  banner: {
    tone: "warning",
    text: t(
      "The server accepted the update, but stored something else for {0}. Your draft is kept.",
      listFields(fields),
    ),
    actions: [saveAgain(), compare(), reload()],
  },
  serverFaults: fields.map((field) => ({
    path: [field],
    message: t("The server accepted this, but did not store it."),
  })),
});

/** There is no key to send with, and the person has given none. */
export const signInNotice = (): NoticeWithBanner => ({
  banner: {
    tone: "error",
    text: t("Sign in to save. Nothing was sent and your draft is kept."),
    actions: [signIn()],
  },
});

/** Something in a field is not valid yet, and so in no draft. */
export const heldSentence = (field: ContactField): string => t("Not saved: look at {0}.", fieldLabel(field));

/** The failures of a read that say nothing against the update itself. */
const canSaveUnread = new Set<RazeErrorKind>(["permission", "server", "network", "timeout", "unexpected_response"]);

/** A call that failed: what happened, whether it was applied, and what can be done. */
export function failureNotice(error: RazeError): NoticeWithBanner {
  const next = () => {
    if (error.kind === "authentication") return [signIn()];
    if (error.step === "read_before_save" && canSaveUnread.has(error.kind)) return [saveUnchecked(), saveLater()];
    if (error.kind === "permission") return [signIn(), saveAgain()];
    return error.outcome === "unknown" ? [saveAgain(), compare()] : [saveAgain()];
  };
  const serverFaults = error.fieldErrors.map((fault) => ({ path: fault.path, message: faultSentence(fault) }));
  const retryAt = error.kind === "rate_limited" && error.retryAt ? { retryAt: error.retryAt.getTime() } : {};
  return { banner: { tone: "error", text: sentenceOf(error), actions: next(), ...retryAt }, serverFaults };
}

/** What happened, and what became of the change. */
function sentenceOf(error: RazeError): string {
  const { reason, outcome, step, fieldErrors } = error;
  const result =
    outcome === "unknown"
      ? t("Whether the change was applied is not known; save again to find out.")
      : t("Nothing was changed.");
  if (reason === "rate_limited") return `${whatHappened(error)} ${result}`;
  if (reason === "values_refused" || reason === "update_invalid") {
    const unplaced = fieldErrors.filter(({ path: [field] }) => !isContactField(field));
    const refused =
      reason === "values_refused" && unplaced.length === fieldErrors.length
        ? t("The server refused the update.")
        : t("Some values were refused; the reasons are under their fields.");
    return [refused, result, ...unplaced.map(faultSentence)].join(" ");
  }
  // It says so itself.
  const isSaid = outcome === "unknown" || step === "read_before_save";
  return isSaid ? errorSentence(error) : `${errorSentence(error)} ${result}`;
}

/** The beginning of a name, where VS Code cuts off what does not fit. Letters and emoji stay whole. */
const shortName = (name: string): string => {
  const letters = Array.from(name);
  return letters.length > 20 ? `${letters.slice(0, 20).join("")}…` : name;
};

/** What a save has done, for the status bar. */
export function savedSentence(name: string | undefined, result: SaveResult): string {
  const who = name ? shortName(name) : t("the contact");
  if (result.kind !== "saved") return t("Nothing to send: the server has {0} as it is here.", who);
  const fields = Object.keys(result.sent);
  const count = fields.length === 1 ? t("1 field") : t("{0} fields", fields.length);
  if (result.mergedFields.length === 0) return t("Saved {0}: {1} ({2})", who, count, listFields(fields));
  return t("Saved {0}: {1}. Kept what others changed: {2}", who, count, listFields(result.mergedFields));
}

/** What has to be known about an account whose key was refused an update. */
export const readOnlyBanner = (account: string): Banner => ({
  tone: "warning",
  text: t(
    "The API key of {0} may not change contacts: it lacks contacts:write. Sign in with another key to save.",
    account,
  ),
  actions: [signIn()],
});

/** What has to be known about a contact that the server will not show. */
export const unreadableBanner = (reason: string): Banner => ({
  tone: "warning",
  text: t(
    "The stored values are unknown: {0} Only what you set is sent; Tags and Custom fields replace all that is stored.",
    reason,
  ),
  actions: [reload()],
});

/** What has to be known about a contact whose values come from the answer to an update. */
export const unwatchedBanner = (): Banner => ({
  tone: "information",
  text: t(
    "The server does not show this contact; these values are from your last save. A save cannot see what others change.",
  ),
  actions: [reload()],
});

/** What has to be known about a draft whose base is lost. */
export const lostBaseBanner = (): Banner => ({
  tone: "warning",
  text: t("The values this draft started from are lost. A save asks about every field that differs on the server."),
  actions: [compare(), reload()],
});
