import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { closeOnSignal } from "./cleanup.ts";
import { linkExtension } from "./extension-manifest.ts";
import type { Host } from "./install-host.ts";
import { loopback, requireFreePort } from "./ports.ts";
import { endGroup } from "./processes.ts";
import { addressOf } from "./server-address.ts";
import { whenListening } from "./server-output.ts";
import { type Settings, startSettings } from "./settings.ts";
import { makeSocketFolder } from "./socket-folder.ts";

/**
 * How VS Code gets the extension: as an installed one, or as one under development. VS Code shows no notification
 * toasts in the second case.
 */
export type ExtensionMode = "installed" | "development";

/** What a server needs to know. */
export interface ServerOptions {
  readonly host: Host;
  /** The folder for everything this VS Code remembers. */
  readonly data: string;
  /** The folder to open, as a path, or as an address in another file system; without one the window is empty. */
  readonly workspace?: string | undefined;
  /** The folder of the extension. */
  readonly extension: string;
  /** The folders of further extensions to install beside it. */
  readonly beside?: readonly string[] | undefined;
  readonly mode?: ExtensionMode | undefined;
  /** The module whose `run()` VS Code calls once it is up; needs the mode "development". */
  readonly tests?: string | undefined;
  /** Further environment variables of the extension host. */
  readonly environment?: Readonly<Record<string, string>> | undefined;
  /** Settings that a new data folder starts with. */
  readonly settings?: Settings | undefined;
  /** The port to listen on; without one the system chooses. */
  readonly port?: number | undefined;
}

/** A running VS Code server. */
export interface Server {
  /** What to open in a browser; the address is a secret, as it lets in whoever knows it. */
  readonly url: string;
  readonly port: number;
  /** The user settings file. */
  readonly settingsFile: string;
  /** Resolves when the server has ended. */
  readonly closed: Promise<void>;
  /** Ends the server and everything it has started. */
  readonly stop: () => Promise<void>;
}

/** Starts VS Code's server on the loopback address, let in by a random token only. */
export async function startServer(options: ServerOptions): Promise<Server> {
  const { host, data, mode = "installed", port = 0 } = options;
  if (port !== 0) await requireFreePort(port);
  const extensions = path.join(data, "extensions");
  const settingsFile = path.join(data, "data", "User", "settings.json");
  const tokenFile = path.join(data, "token");
  const token = randomBytes(24).toString("hex");
  await mkdir(extensions, { recursive: true });
  await writeFile(tokenFile, token, { mode: 0o600 });
  await startSettings(settingsFile, options.settings);
  if (mode === "installed") await linkExtension(options.extension, extensions);
  for (const further of options.beside ?? []) await linkExtension(further, extensions);
  const sockets = await makeSocketFolder(data);
  const args = [
    ["--host", loopback],
    ["--port", String(port)],
    ["--connection-token-file", tokenFile],
    ["--server-data-dir", data],
    ["--extensions-dir", extensions],
    ["--telemetry-level", "off"],
    ["--accept-server-license-terms"],
    // The setting alone comes too late to keep a window from asking.
    options.settings?.["security.workspace.trust.enabled"] === true ? [] : ["--disable-workspace-trust"],
    // Without it the server ignores an extension under development.
    mode === "development" ? ["--enable-smoke-test-driver"] : [],
  ].flat();
  const child = spawn(
    process.execPath,
    [
      fileURLToPath(new URL("server-process.ts", import.meta.url)),
      path.join(host.root, "out", "server-main.js"),
      ...args,
    ],
    { detached: true, env: environmentOf(sockets, options.environment), stdio: ["pipe", "pipe", "pipe"] },
  );
  const closed = new Promise<void>((resolve) => child.once("exit", () => resolve()).once("error", () => resolve()));
  const stop = async () => {
    release();
    if (child.pid !== undefined) await endGroup(child.pid);
    await closed;
    await rm(sockets, { recursive: true, force: true });
  };
  const release = closeOnSignal(stop);
  try {
    const bound = await whenListening(child);
    const url = addressOf({ ...options, mode, port: bound, token });
    return { url, port: bound, settingsFile, closed, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function environmentOf(sockets: string, more: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  // A VS Code or a test runner around us must not reach into this one.
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(VSCODE_|ELECTRON_|VITEST|NODE_OPTIONS$)/.test(name),
  );
  return {
    ...Object.fromEntries(inherited),
    // Stops look-ups in an extension marketplace.
    EXTENSIONS_GALLERY: "{}",
    TMPDIR: sockets,
    XDG_RUNTIME_DIR: sockets,
    ...more,
  };
}
