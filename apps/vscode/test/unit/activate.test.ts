import { fileURLToPath } from "node:url";
import { runInNewContext } from "node:vm";
import { build } from "esbuild";
import { expect, test } from "vitest";

const extension = fileURLToPath(new URL("../../src/extension.ts", import.meta.url));

/** Stands in for all of an API: whatever is read or made of it is such a thing too, and each call is written down. */
function recorder(path: string, calls: string[]): unknown {
  const made = () => recorder(`${path}()`, calls);
  return new Proxy(function stub() {}, {
    get: (_, name) => {
      if (name === Symbol.iterator) return () => [].values();
      return typeof name === "symbol" ? undefined : recorder(`${path}.${name}`, calls);
    },
    apply: () => {
      calls.push(path);
      return made();
    },
    construct: () => Object(made()),
  });
}

/** Runs the extension with nothing around it but the API, what the language has, and `fetch`. */
async function activate(): Promise<string[]> {
  const calls: string[] = [];
  const { outputFiles } = await build({
    entryPoints: [extension],
    bundle: true,
    conditions: ["@raze-contacts/source"],
    mainFields: ["module", "main"],
    platform: "browser",
    format: "cjs",
    external: ["vscode"],
    write: false,
  });
  const module = { exports: {} as { activate(context: unknown): unknown } }; // filled by the bundle
  // The bundle takes over what a module inherits.
  const require = (name: string) => Object.create(Object(recorder(name, calls)));
  runInNewContext(outputFiles[0]?.text ?? "", { module, require, fetch: recorder("fetch", calls) });
  await module.exports.activate(recorder("context", calls));
  // What was begun and not waited for.
  await new Promise(setImmediate);
  return calls;
}

/** What asks nobody: registering, listening, and what only makes a value of values. */
const harmless = [
  /^vscode\.\w+\.(?:register|create|onDid|onWill)\w+$/,
  /^vscode\.EventEmitter\(\)\.event$/,
  /^vscode\.(?:Uri\.joinPath|Disposable\.from)$/,
  /^vscode\.l10n\.bundle\b/,
  /^context\.subscriptions\.push$/,
];

test("reads no file, calls no server and asks for no secret to be activated", async () => {
  const calls = await activate();
  expect(calls).toContain("vscode.commands.registerCommand");
  expect(calls.filter((call) => !harmless.some((pattern) => pattern.test(call)))).toEqual([]);
});
