import { RazeError } from "@raze-contacts/core";
import * as vscode from "vscode";
import { errorSentence, usedUpSentence } from "../../words/errorSentence.ts";
import { timeOfDay } from "../../words/locale.ts";
import { withoutIcons } from "../../words/markup.ts";
import { t } from "../../words/translate.ts";
import type { SearchState, Shortage } from "./contactSearch.ts";
import type { Row } from "./row.ts";

/** How a search stands, where its hits do not say so: in the list, never in a dialog. */
export function statusRows(search: SearchState): Row[] {
  switch (search.kind) {
    case "idle":
    case "waiting": // the bar under the input runs
      return [];
    case "asks_first":
      return [
        {
          label: withoutIcons(t("Search for “{0}”", search.term)),
          iconPath: new vscode.ThemeIcon("search"),
          detail: shortageSentence(search.shortage),
          alwaysShow: true,
          choice: { kind: "search" },
        },
      ];
    case "found":
      if (search.found.contacts.length > 0) return [];
      return [
        {
          label: withoutIcons(t("No contact has “{0}” in its name, email or company.", search.found.term)),
          alwaysShow: true,
        },
      ];
    case "failed":
      return [{ ...failureRow(search.error), alwaysShow: true }];
  }
}

const searchThen = () => t("Press Enter to search again when there are calls. Nothing is sent until you do.");

function shortageSentence({ remaining, until }: Shortage): string {
  if (remaining === 0) return `${usedUpSentence(until)} ${searchThen()}`;
  const spend = t("Press Enter to spend one on this search.");
  if (remaining === undefined || until === undefined) return `${t("Few calls are left.")} ${spend}`;
  return `${t("Calls left until {0}: {1}.", timeOfDay(until), remaining)} ${spend}`;
}

function failureRow(error: unknown): Row {
  const sentence = withoutIcons(errorSentence(error));
  switch (error instanceof RazeError ? error.kind : undefined) {
    case "rate_limited":
      return {
        label: sentence,
        iconPath: new vscode.ThemeIcon("warning"),
        detail: searchThen(),
        choice: { kind: "search" },
      };
    case "permission":
      return {
        label: t("Not searched: the API key lacks the permission contacts:read."),
        iconPath: new vscode.ThemeIcon("lock"),
        detail: t("Type a contact's ID or paste its address: you can still change it."),
      };
    case "authentication":
      return {
        label: sentence,
        iconPath: new vscode.ThemeIcon("key"),
        detail: t("Press Enter to sign in again; what you typed stays."),
        choice: { kind: "sign_in" },
      };
    default:
      return {
        label: sentence,
        iconPath: new vscode.ThemeIcon("error"),
        detail: t("Press Enter to search again."),
        choice: { kind: "search" },
      };
  }
}
