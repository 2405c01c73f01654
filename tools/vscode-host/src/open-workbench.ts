import { readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { launchBrowser, type View } from "./browser.ts";
import { makeRunFolder, repositoryFolder } from "./folder.ts";
import { installBrowser } from "./install-browser.ts";
import { installHost } from "./install-host.ts";
import { consoleLog, type Log } from "./log.ts";
import { type ServerOptions, startServer } from "./server.ts";
import { Workbench } from "./workbench.ts";

/** What a window for a test needs to know. */
export interface WorkbenchOptions extends Omit<ServerOptions, "host" | "data" | "tests" | "port">, View {
  /** A folder that keeps what VS Code and the browser remember, for a window that is opened again later. */
  readonly storage?: string | undefined;
  /** Where VS Code and the browser are installed. */
  readonly folder?: string | undefined;
  readonly log?: Log | undefined;
}

/** Opens a VS Code window with the extension in a headless browser. */
export async function openWorkbench(options: WorkbenchOptions): Promise<Workbench> {
  const { folder = repositoryFolder, log = consoleLog, storage } = options;
  const host = await installHost({ folder, log });
  const executablePath = await installBrowser({ folder, log });
  const home = storage ?? (await makeRunFolder(folder));
  const discard = async () => {
    if (storage === undefined) await rm(home, { recursive: true, force: true, maxRetries: 5 });
  };
  const data = path.join(home, "data");
  const server = await startServer({ ...options, host, data, port: await readPort(home) });
  // The browser keeps what it remembers by address, and the port is part of that.
  await writeFile(portFile(home), String(server.port));
  try {
    const context = await launchBrowser(executablePath, path.join(home, "browser"), options);
    const page = context.pages().at(0) ?? (await context.newPage());
    page.on("dialog", (dialog) => dialog.accept());
    const workbench = new Workbench({ context, page, server, root: host.root, data, discard });
    await workbench.load();
    return workbench;
  } catch (error) {
    await server.stop();
    await discard();
    throw error;
  }
}

function portFile(home: string): string {
  return path.join(home, "port");
}

async function readPort(home: string): Promise<number> {
  return Number(await readFile(portFile(home), "utf8").catch(() => "0"));
}
