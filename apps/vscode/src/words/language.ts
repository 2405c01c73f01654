import * as vscode from "vscode";
import { speak } from "./translate.ts";

speak(vscode.l10n.bundle ?? {});
