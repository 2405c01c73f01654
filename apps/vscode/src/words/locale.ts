import * as vscode from "vscode";

/** A time of day as the person's language writes it. */
export const timeOfDay = (time: Date): string => time.toLocaleTimeString(vscode.env.language);

/** A count as the person's language writes it. */
export const countText = (count: number): string => count.toLocaleString(vscode.env.language);
