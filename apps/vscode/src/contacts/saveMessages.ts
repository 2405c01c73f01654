import type { RazeError, saveContact } from "@raze-contacts/core";
import { contactFields, isContactField } from "@raze-contacts/schema";
import * as vscode from "vscode";
import type { Banner } from "../form/protocol.ts";
import type { Notice } from "./notices.ts";

type SaveResult = Awaited<ReturnType<typeof saveContact>>;
type Conflicts = Extract<SaveResult, { kind: "conflict" }>["conflicts"];
type NoticeWithBanner = Notice & { readonly banner: Banner };

/** Field names as a person reads them, each once. */
export function listFields(fields: readonly (string | number | undefined)[]): string {
  const labels = fields.map((field) => (isContactField(field) ? contactFields[field].label : String(field)));
  return [...new Set(labels)].join(", ");
}

const reload = () => ({ action: "reload" as const, label: vscode.l10n.t("Reload, Discard Mine") });
const compare = () => ({ action: "compare" as const, label: vscode.l10n.t("Compare") });
const signIn = () => ({ action: "sign_in" as const, label: vscode.l10n.t("Sign In…") });
const retry = () => ({ action: "save" as const, label: vscode.l10n.t("Save Again") });

/** Somebody else changed what the draft changes. */
export function conflictNotice(conflicts: Conflicts): NoticeWithBanner {
  const fields = listFields(conflicts.map(({ path: [field] }) => field));
  return {
    banner: {
      tone: "error",
      text: vscode.l10n.t("{0}: changed on the server too since you opened this contact. Nothing was sent.", fields),
      actions: [compare(), reload()],
    },
  };
}

/** The server keeps tags as objects; names in their place could wipe them. */
export function tagsAtRiskNotice(): NoticeWithBanner {
  return {
    banner: {
      tone: "error",
      text: vscode.l10n.t(
        "This server keeps tags as objects, and sending their names could wipe them. Nothing was sent: revert Tags to save the rest.",
      ),
      actions: [compare()],
    },
  };
}

/** The server said yes and did something else. */
export function unappliedNotice(fields: readonly string[]): NoticeWithBanner {
  return {
    banner: {
      tone: "warning",
      text: vscode.l10n.t(
        "The server accepted the update but did not change: {0}. Your draft is kept.",
        listFields(fields),
      ),
      actions: [retry(), compare()],
    },
  };
}

/** What happened, for a person; core's own sentences speak to programmers where they name an error's properties. */
function sentenceOf({ reason, step, outcome, retryAt, message }: RazeError): string {
  if (step === "read_before_save" || outcome === "unknown") return message;
  const nothing = vscode.l10n.t("Nothing was changed.");
  if (reason === "rate_limited" && retryAt !== undefined) {
    return `${vscode.l10n.t("The calls of this hour are used up until {0}.", retryAt.toLocaleTimeString())} ${nothing}`;
  }
  if (reason === "values_refused" || reason === "update_invalid") {
    return `${vscode.l10n.t("Some values were refused; the reasons stand under their fields.")} ${nothing}`;
  }
  return `${message} ${nothing}`;
}

/** A call that failed: what happened, whether it was applied, and what can be done. */
export function describeFailure(error: RazeError): NoticeWithBanner {
  const serverFaults = error.fieldErrors.map(({ path, message }) => ({ path: [...path], message }));
  return {
    banner: {
      tone: "error",
      text: sentenceOf(error),
      actions:
        error.kind === "authentication" ? [signIn()] : error.outcome === "unknown" ? [retry(), compare()] : [retry()],
    },
    serverFaults,
  };
}
