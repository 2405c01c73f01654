import { readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { chromium } from "playwright-core";
import { closeOnSignal } from "./cleanup.ts";
import { makeRunFolder, repositoryFolder } from "./folder.ts";
import { installBrowser } from "./install-browser.ts";
import { installHost } from "./install-host.ts";
import { consoleLog, type Log } from "./log.ts";
import { type ServerOptions, startServer } from "./server.ts";
import { Workbench } from "./workbench.ts";

/** What a window for a test needs to know. */
export interface WorkbenchOptions extends Omit<ServerOptions, "host" | "data" | "tests" | "port"> {
  /** A folder that keeps what VS Code and the browser remember, for a window that is opened again later. */
  readonly storage?: string | undefined;
  readonly viewport?: { readonly width: number; readonly height: number } | undefined;
  /** Pixels of a screenshot for each pixel of the page. */
  readonly scale?: number | undefined;
  /** Where VS Code and the browser are installed. */
  readonly folder?: string | undefined;
  readonly log?: Log | undefined;
}

const patience = 60_000;

/** Opens a VS Code window with the extension in a headless browser. */
export async function openWorkbench(options: WorkbenchOptions): Promise<Workbench> {
  const { folder = repositoryFolder, log = consoleLog, storage, viewport = { width: 1280, height: 800 } } = options;
  const host = await installHost({ folder, log });
  const executablePath = await installBrowser({ folder, log });
  const home = storage ?? (await makeRunFolder(folder));
  const discard = async () => {
    if (storage === undefined) await rm(home, { recursive: true, force: true, maxRetries: 5 });
  };
  const data = path.join(home, "server");
  const server = await startServer({ ...options, host, data, port: await readPort(home) });
  // The browser keeps what it remembers by address, and the port is part of that.
  await writeFile(portFile(home), String(server.port));
  try {
    const context = await chromium.launchPersistentContext(path.join(home, "browser"), {
      executablePath,
      viewport,
      deviceScaleFactor: options.scale ?? 1,
      reducedMotion: "reduce",
      args: ["--no-sandbox", "--disable-gpu", "--disable-quic"],
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    });
    context.setDefaultTimeout(patience);
    const release = closeOnSignal(() => context.close());
    context.once("close", release);
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
