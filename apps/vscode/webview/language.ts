import { speak } from "../src/words/translate.ts";

/** The sentences of the window's language come with the page, so that its first paint speaks it. */
const { words = "{}" } = document.getElementById("form")?.dataset ?? {};
const table: Readonly<Record<string, string>> = JSON.parse(words); // written by our own host, into our own page
speak(table);
