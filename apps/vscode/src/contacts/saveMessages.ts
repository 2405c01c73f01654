import type { Conflict, RazeError, SaveResult } from "@raze-contacts/core";
import { contactFields, isContactField } from "@raze-contacts/schema";
import * as vscode from "vscode";
import type { Banner, Notice } from "./notices.ts";

export type NoticeWithBanner = Notice & { readonly banner: Banner };

/** Field names as a person reads them, each once. */
export function listFields(fields: readonly (string | number | undefined)[]): string {
  const labels = fields.map((field) => (isContactField(field) ? contactFields[field].label : String(field)));
  return [...new Set(labels)].join(", ");
}

const reload = () => ({ action: "reload" as const, label: vscode.l10n.t("Reload, Discard Mine") });
const compare = () => ({ action: "compare" as const, label: vscode.l10n.t("Compare") });
const signIn = () => ({ action: "sign_in" as const, label: vscode.l10n.t("Sign In…") });
const saveAgain = () => ({ action: "save" as const, label: vscode.l10n.t("Save Again") });

/** Somebody else changed what the draft changes; or nobody can tell, because the draft's base is lost. */
export function conflictNotice(conflicts: readonly Conflict[], hasBase: boolean): NoticeWithBanner {
  const fields = listFields(conflicts.map(({ path: [field] }) => field));
  const text = hasBase
    ? vscode.l10n.t("{0}: changed on the server too since you opened this contact. Nothing was sent.", fields)
    : vscode.l10n.t(
        "{0}: the server holds something else, and what your draft started from is lost, so nobody can tell whose is newer. Nothing was sent.",
        fields,
      );
  return { banner: { tone: "error", text, actions: [compare(), reload()] } };
}

/** The server keeps tags as objects; names in their place could wipe them. */
export const tagsAtRiskNotice = (): NoticeWithBanner => ({
  banner: {
    tone: "error",
    text: vscode.l10n.t(
      "This server keeps tags as objects, and sending their names could wipe them. Nothing was sent: revert Tags to save the rest.",
    ),
    actions: [compare()],
  },
});

/** The server said yes and stored something else. */
export const unappliedNotice = (fields: readonly string[]): NoticeWithBanner => ({
  banner: {
    tone: "warning",
    text: vscode.l10n.t(
      "The server accepted the update, but stored something else than was sent for: {0}. Your draft is kept.",
      listFields(fields),
    ),
    actions: [saveAgain(), compare(), reload()],
  },
});

/** A call that failed: what happened, whether it was applied, and what can be done. */
export function failureNotice(error: RazeError): NoticeWithBanner {
  const next = () => {
    if (error.kind === "authentication") return [signIn()];
    return error.outcome === "unknown" ? [saveAgain(), compare()] : [saveAgain()];
  };
  return { banner: { tone: "error", text: sentenceOf(error), actions: next() }, serverFaults: error.fieldErrors };
}

/** What happened, for a person; core's own sentences speak to programmers where they name an error's properties. */
function sentenceOf({ reason, outcome, retryAt, message }: RazeError): string {
  const result =
    outcome === "unknown"
      ? vscode.l10n.t("Whether the change was applied is not known; saving again finds out.")
      : vscode.l10n.t("Nothing was changed.");
  if (reason === "rate_limited") {
    const until =
      retryAt === undefined
        ? vscode.l10n.t("The calls of this hour are used up.")
        : vscode.l10n.t("The calls of this hour are used up until {0}.", retryAt.toLocaleTimeString());
    return `${until} ${result}`;
  }
  if (reason === "values_refused" || reason === "update_invalid") {
    return `${vscode.l10n.t("Some values were refused; the reasons stand under their fields.")} ${result}`;
  }
  return outcome === "unknown" ? message : `${message} ${result}`;
}

/** What a save has done, for the status bar. */
export function savedSentence(name: string | undefined, result: SaveResult): string {
  const who = name || vscode.l10n.t("the contact");
  if (result.kind !== "saved") return vscode.l10n.t("Nothing to send: the server has {0} as it is here.", who);
  const sent = vscode.l10n.t("Saved {0}: {1}", who, listFields(Object.keys(result.sent)));
  if (result.mergedFields.length === 0) return sent;
  return vscode.l10n.t("{0}. Kept what others changed: {1}", sent, listFields(result.mergedFields));
}

/** What has to be known about a contact that the server will not show. */
export const unreadableBanner = (reason: string): Banner => ({
  tone: "warning",
  text: vscode.l10n.t(
    "The stored values are unknown: {0} Only what you set is sent; Tags and Custom fields replace all that is stored.",
    reason,
  ),
  actions: [reload()],
});

/** What has to be known about a contact whose values come from the answer to an update. */
export const unwatchedBanner = (): Banner => ({
  tone: "information",
  text: vscode.l10n.t(
    "The server does not show this contact; these values are from your last save. A save cannot see what others change.",
  ),
  actions: [reload()],
});

/** What has to be known about a draft whose base is lost. */
export const lostBaseBanner = (): Banner => ({
  tone: "warning",
  text: vscode.l10n.t(
    "What this draft started from is lost. A save asks about every field in which the server differs from it.",
  ),
  actions: [compare(), reload()],
});
