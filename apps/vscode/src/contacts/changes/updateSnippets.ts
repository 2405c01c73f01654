import type { JsonObject, JsonValue } from "@raze-contacts/schema";

/** An update as it would be sent, less the key. */
export type UpdateRequest = { readonly url: string; readonly update: JsonObject };

/**
 * Every snippet takes the key from this environment variable: a key in the text itself would stay in clipboards,
 * shell histories and files.
 */
export const keyVariable = "RAZE_API_KEY";

/** What a terminal acts on as if it were typed, or what makes a line read otherwise than it is. JSON leaves it as it is. */
const unseen = /(?!\n)[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}]/gu;

/** A value as JSON that shows all that it holds: a contact's text is somebody else's, and code is pasted anywhere. */
const json = (value: JsonValue, indent?: number): string =>
  JSON.stringify(value, null, indent).replace(
    unseen,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );

/** One word for a POSIX shell, whatever it holds. */
const shellWord = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

/** A value as a JavaScript expression. Strings of JSON are strings of JavaScript; `__proto__` is no key of an update. */
const javaScript = (value: JsonValue): string => json(value, 2);

/** A value as a Python expression. Strings and numbers of JSON are those of Python. */
function python(value: JsonValue, indent = ""): string {
  if (value === null) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  if (typeof value !== "object") return json(value);
  const inner = `${indent}    `;
  const isList = Array.isArray(value);
  const items = isList
    ? value.map((item) => python(item, inner))
    : Object.entries(value).map(([key, item]) => `${json(key)}: ${python(item, inner)}`);
  const [open, close] = isList ? "[]" : "{}";
  return items.length === 0 ? `${open}${close}` : `${open}\n${inner}${items.join(`,\n${inner}`)},\n${indent}${close}`;
}

/** The update in the forms in which the API's own page shows it, and with `fetch`. */
export const updateSnippets = {
  curl: ({ url, update }) => `curl -X PUT ${shellWord(url)} \\
  -H "X-API-Key: $${keyVariable}" \\
  -H 'Content-Type: application/json' \\
  -d ${shellWord(json(update))}
`,
  fetch: ({ url, update }) => `const response = await fetch(${JSON.stringify(url)}, {
  method: "PUT",
  headers: { "X-API-Key": process.env.${keyVariable}, "Content-Type": "application/json" },
  body: JSON.stringify(${javaScript(update)}),
});
console.log(await response.json());
`,
  axios: ({ url, update }) => `import axios from "axios";

const response = await axios.put(${JSON.stringify(url)}, ${javaScript(update)}, {
  headers: { "X-API-Key": process.env.${keyVariable} },
});
console.log(response.data);
`,
  python: ({ url, update }) => `import os
import requests

response = requests.put(
    ${JSON.stringify(url)},
    headers={"X-API-Key": os.environ["${keyVariable}"]},
    json=${python(update, "    ")},
)
print(response.json())
`,
} as const satisfies Record<string, (request: UpdateRequest) => string>;

/** The name of a snippet's form. */
export type SnippetForm = keyof typeof updateSnippets;
