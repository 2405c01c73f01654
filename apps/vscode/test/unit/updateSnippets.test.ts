import { execFile, spawnSync } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { type ContactUpdate, createContactsClient } from "@raze-contacts/core";
import { createSandbox } from "@raze-contacts/sandbox";
import { type ListeningSandbox, listen } from "@raze-contacts/sandbox/node";
import type { JsonObject } from "@raze-contacts/schema";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { keyVariable, type SnippetForm, updateSnippets } from "../../src/contacts/changes/updateSnippets.ts";

// Below the package, so that the code finds axios.
const root = fileURLToPath(new URL("../../.test/", import.meta.url));
const isThere = (command: string, ...given: string[]) => spawnSync(command, given).status === 0;
const hasCurl = isThere("curl", "--version");
const hasPython = isThere("python3", "--version");
const hasRequests = hasPython && isThere("python3", "-c", "import requests");

/** Does what a snippet asks of curl, where there is none: what the shell made of the words is what is tested. */
const curlStandIn = `#!/usr/bin/env node
const [, method, url, ...rest] = process.argv.slice(2);
const values = (flag) => rest.filter((_, index) => rest[index - 1] === flag);
const headers = values("-H").map((header) => header.split(/: (.*)/s).slice(0, 2));
fetch(url, { method, headers, body: values("-d")[0] }).then(async (answer) => console.log(await answer.text()));
`;

/** Does what a snippet asks of the package \`requests\`, where it is not installed. */
const requestsStandIn = `
import json as json_module
import urllib.request

class Answer:
    def __init__(self, text):
        self.text = text
    def json(self):
        return json_module.loads(self.text)

def put(url, headers, json):
    body = json_module.dumps(json).encode()
    request = urllib.request.Request(url, body, {**headers, "Content-Type": "application/json"}, method="PUT")
    return Answer(urllib.request.urlopen(request).read().decode())
`;

const sandbox = createSandbox();
let server: ListeningSandbox;
let folder: string;
beforeAll(async () => {
  server = await listen(sandbox);
  await mkdir(root, { recursive: true });
  folder = await mkdtemp(path.join(root, "snippets-"));
  await mkdir(path.join(folder, "bin"));
  await writeFile(path.join(folder, "bin/curl"), curlStandIn, { mode: 0o755 });
  await writeFile(path.join(folder, "requests.py"), requestsStandIn);
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

async function run(command: string, ...given: string[]): Promise<void> {
  const { PATH, ...others } = process.env;
  const env = {
    ...others,
    // Last: only what the machine does not have is found here.
    PATH: [PATH, path.join(folder, "bin")].join(path.delimiter),
    ...(hasRequests ? {} : { PYTHONPATH: folder }),
    NO_PROXY: "127.0.0.1",
    [keyVariable]: server.key,
  };
  await promisify(execFile)(command, given, { env, cwd: folder });
}

const runFile = async (command: string, name: string, code: string) => {
  await writeFile(path.join(folder, name), code);
  await run(command, path.join(folder, name));
};

/** Without a Python: reads the snippet by Python's rules for literals, and sends what it says. */
async function readPython(code: string): Promise<void> {
  const [, url = "", body = ""] = /put\(\n {4}(".*"),\n.*\n {4}json=(.*),\n\)\nprint/s.exec(code) ?? [];
  const words: Record<string, string> = { True: "true", False: "false", None: "null" };
  const json = body.replaceAll(/"(?:[^"\\]|\\.)*"|True|False|None|,(?=\s*[\]}])/g, (token) =>
    token === "," ? "" : (words[token] ?? token),
  );
  await fetch(JSON.parse(url), {
    method: "PUT",
    headers: { "X-API-Key": server.key, "Content-Type": "application/json" },
    body: JSON.stringify(JSON.parse(json)),
  });
}

const runners: Record<SnippetForm, { how: string; run: (code: string) => Promise<void> }> = {
  curl: { how: hasCurl ? "curl" : "a shell, with a stand-in for curl", run: (code) => run("sh", "-c", code) },
  fetch: { how: "Node", run: (code) => runFile(process.execPath, "fetch.mjs", code) },
  axios: { how: "Node and axios", run: (code) => runFile(process.execPath, "axios.mjs", code) },
  python: {
    how: hasRequests
      ? "Python and requests"
      : hasPython
        ? "Python, with a stand-in for requests"
        : "a reader of literals",
    run: (code) => (hasPython ? runFile("python3", "update.py", code) : readPython(code)),
  },
};

const quotes = `O'Brien "Bob" \\ \`id\` $HOME $(touch pwned) %s !! \\n`;
const updates: readonly (readonly [what: string, id: string, update: ContactUpdate])[] = [
  ["the API's own example", "cnt_abc123def456", { position: "VP of Engineering", tags: ["hot-lead", "enterprise"] }],
  ["emptied fields", "cnt_abc123def456", { phone: "", tags: [], custom_fields: {} }],
  [
    "hostile values",
    "o'hara (1)!",
    {
      name: quotes,
      company: "two\nlines\tand\u0000more\r\u2028\u007f",
      position: "🚀 café \ud83d",
      tags: ["'; rm -rf /", "@file", "-d", "*", "True", quotes],
      custom_fields: {
        [quotes]: [true, false, null, 1.5, -0.25, 1e-7, 9007199254740991, { deep: [[], {}] }],
        "None,]": "a, } b,\n]",
      },
    },
  ],
];

describe.each(Object.entries(runners))("%s", (form, { how, run: runSnippet }) => {
  test.each(updates)(`%s, run by ${how}, is received as core sends it`, async (_, id, update) => {
    sandbox.contacts.set(id, { id, name: "Somebody" });
    await createContactsClient({ apiKey: server.key, baseUrl: server.url }).update(id, update);
    const [expected] = sandbox.received.splice(0);

    const url = `${server.url}/contacts/${encodeURIComponent(id)}`;
    // Every value of these updates is there.
    await runSnippet(updateSnippets[form as SnippetForm]({ url, update: update as JsonObject }));
    const [received, ...more] = sandbox.received.splice(0);
    expect(more).toEqual([]);
    expect(received).toMatchObject({ method: "PUT", path: expected?.path, headers: { "x-api-key": server.key } });
    expect(received?.headers["content-type"]).toMatch(/^application\/json/);
    expect(JSON.parse(received?.body ?? "")).toEqual(JSON.parse(expected?.body ?? ""));
    // Python writes the same JSON with other spaces, and curl with other escapes.
    if (form === "fetch" || form === "axios") expect(received?.body).toBe(expected?.body);
  });
});

test("nothing in them acts on a terminal that they are pasted into, or reads otherwise than it is", () => {
  const unseen = "a\u007f\u0085\u009b\u2028\u202e\u2066";
  for (const snippet of Object.values(updateSnippets)) {
    const code = snippet({ url: "https://app.getraze.com/external/v1/contacts/1", update: { tags: [unseen] } });
    expect(code).toContain("a\\u007f\\u0085\\u009b\\u2028\\u202e\\u2066");
    expect(code).not.toMatch(/(?!\n)[\p{Cc}\p{Bidi_Control}\p{Zl}]/u);
  }
});

test("the key is in none of them, and neither is a place for it", () => {
  for (const snippet of Object.values(updateSnippets)) {
    const code = snippet({ url: "https://app.getraze.com/external/v1/contacts/1", update: { position: "CEO" } });
    expect(code).toContain(keyVariable);
    expect(code).not.toMatch(/YOUR_API_KEY|gr_live_/);
  }
});
