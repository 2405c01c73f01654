import { glob, readFile } from "node:fs/promises";
import { errorNotes, errorReasons, type RazeErrorReason } from "@raze-contacts/core";
import { contactFieldNames, contactFields, sentences } from "@raze-contacts/schema";
import { printParseErrorCode } from "jsonc-parser";
import { parseSync, Visitor } from "oxc-parser";
import { parserWords } from "../../../src/contacts/document/contactText.ts";
import { reasonSentence } from "../../../src/words/reasonSentence.ts";

const appFolder = new URL("../../../", import.meta.url);

/** The first argument of every `t(…)` in a file; one that is no text in the code is in {@link tables}. */
function sentencesIn(file: string, code: string): string[] {
  const found: string[] = [];
  new Visitor({
    CallExpression: ({ callee, arguments: [first] }) => {
      if (callee.type !== "Identifier" || callee.name !== "t") return;
      if (first?.type === "Literal" && typeof first.value === "string") found.push(first.value);
    },
  }).visit(parseSync(file, code).program);
  return found;
}

const parserCodes = Array.from({ length: 16 }, (_, index) => index + 1);

// Object.keys knows only strings; the table has exactly these keys.
const reasons = Object.keys(errorReasons) as RazeErrorReason[];

/** The tables from which sentences are said by their key. */
const tables = [
  ...Object.values(sentences),
  ...reasons.map(reasonSentence),
  ...Object.values(errorNotes),
  ...contactFieldNames.flatMap((field) => [contactFields[field].label, contactFields[field].description]),
  ...parserCodes.filter((code) => printParseErrorCode(code) !== "<unknown ParseErrorCode>").map(parserWords),
];

/** Every English sentence that the extension and its form can say. */
export async function sentencesInUse(): Promise<Set<string>> {
  const inUse = new Set<string>(tables);
  for await (const file of glob("{src,webview}/**/*.{ts,tsx}", { cwd: appFolder })) {
    for (const sentence of sentencesIn(file, await readFile(new URL(file, appFolder), "utf8"))) inUse.add(sentence);
  }
  return inUse;
}
