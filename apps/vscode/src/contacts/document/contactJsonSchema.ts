import { contactFieldNames, contactFields } from "@raze-contacts/schema";
import * as vscode from "vscode";
import { fieldLabel } from "../../words/contractWords.ts";
import { t } from "../../words/translate.ts";

/**
 * The JSON schema of a contact's text, for completion and hover alone, in the person's language: a document that VS Code
 * asks for. The rules are ours to tell, in our own words and once: this schema allows anything.
 */
export const provideContactJsonSchema = (): vscode.Disposable =>
  vscode.workspace.registerTextDocumentContentProvider("raze-schema", {
    provideTextDocumentContent: () => {
      const properties = contactFieldNames.map((field) => {
        const { description, example } = contactFields[field];
        return [field, { title: fieldLabel(field), description: t(description), examples: [example] }];
      });
      return JSON.stringify({ properties: Object.fromEntries(properties) });
    },
  });
