import { spawn } from "node:child_process";
import path from "node:path";
import { hasDisplay } from "./desktop-download.ts";
import { installHost } from "./install-host.ts";
import type { BrowserWindow, OpenOptions } from "./open.ts";
import { startServer } from "./server.ts";

/** Starts the registry's VS Code, and has the person's browser show it where there is a display. */
export async function openBrowserWindow(options: OpenOptions): Promise<BrowserWindow> {
  const host = await installHost(options);
  const { extension, workspace, settings, environment, port } = options;
  const data = path.resolve(options.data, "browser");
  const server = await startServer({ host, data, extension, workspace, settings, environment, port });
  const { url, closed, stop } = server;
  if (hasDisplay()) show(url);
  return { kind: "browser", version: host.version, url, closed, close: stop };
}

/** Asks the system to open an address; that it cannot is no failure, as the caller has the address too. */
function show(url: string): void {
  const [program, ...args] = opener(url);
  const child = spawn(program, args, { stdio: "ignore", detached: true, windowsVerbatimArguments: true });
  child.once("error", () => {}).unref();
}

function opener(url: string): [string, ...string[]] {
  if (process.platform === "darwin") return ["open", url];
  if (process.platform === "win32") return ["cmd", "/d", "/s", "/c", `start "" "${url}"`];
  return ["xdg-open", url];
}
