import * as vscode from "vscode";
import { speak } from "./words/translate.ts";

speak(vscode.l10n.bundle ?? {});
