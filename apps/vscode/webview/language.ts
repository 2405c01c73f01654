import { speak } from "../src/words/translate.ts";

/** The sentences of the window's language come with the page, so that its first paint speaks it. */
const { words = "{}" } = document.getElementById("form")?.dataset ?? {};
const table: unknown = JSON.parse(words);
speak(Object.fromEntries(Object.entries(table ?? {}).map(([english, text]) => [english, String(text)])));
