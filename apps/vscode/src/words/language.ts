import * as vscode from "vscode";
import { writeIn } from "./locale.ts";
import { speak } from "./translate.ts";

speak(vscode.l10n.bundle ?? {});
writeIn(vscode.env.language);
