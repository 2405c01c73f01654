import type { ContactId } from "@raze-contacts/schema";
import type * as vscode from "vscode";

/** What choosing a row does. A row without a choice only tells something. */
export type Choice =
  | { readonly kind: "open"; readonly ids: readonly ContactId[] }
  | { readonly kind: "search" }
  | { readonly kind: "sign_in" };

/** A row of the list in which a contact is found. */
export type Row = vscode.QuickPickItem & { readonly choice?: Choice };
