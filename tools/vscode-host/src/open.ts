import { findDesktopCode } from "./desktop-code.ts";
import { readManifest } from "./extension-manifest.ts";
import { repositoryFolder } from "./folder.ts";
import { consoleLog, type Log } from "./log.ts";
import { openBrowserWindow } from "./open-browser-window.ts";
import { openDesktopWindow } from "./open-desktop-window.ts";
import type { Settings } from "./settings.ts";

/** What a window for a person needs to know. */
export interface OpenOptions {
  /** The folder of the extension. */
  readonly extension: string;
  readonly workspace: string;
  /** The folder for everything this VS Code remembers; a person's own VS Code is left alone. */
  readonly data: string;
  /** The port of a VS Code in the browser; without one the system chooses. */
  readonly port?: number | undefined;
  /** Settings that a new data folder starts with. */
  readonly settings?: Settings | undefined;
  /** Further environment variables of the extension. */
  readonly environment?: Readonly<Record<string, string>> | undefined;
  readonly folder?: string | undefined;
  readonly log?: Log | undefined;
}

interface Window {
  readonly version: string;
  /** Resolves when the window, or the server behind it, is no more. */
  readonly closed: Promise<void>;
  /** Ends everything that was started. */
  readonly close: () => Promise<void>;
}

/** A window of a VS Code that is installed on the machine. */
export interface DesktopWindow extends Window {
  readonly kind: "desktop";
}

/** A VS Code to be used in a browser. */
export interface BrowserWindow extends Window {
  readonly kind: "browser";
  /** The address; it lets in whoever knows it. */
  readonly url: string;
}

/**
 * Opens VS Code with the extension for a person: the desktop's where there is one, else one in the browser.
 * A signal that ends this process ends that VS Code too.
 */
export async function open(options: OpenOptions): Promise<DesktopWindow | BrowserWindow> {
  const { folder = repositoryFolder, log = consoleLog } = options;
  const { engines } = await readManifest(options.extension);
  const desktop = await findDesktopCode(engines.vscode);
  if (desktop !== undefined) return await openDesktopWindow(desktop, options);
  return await openBrowserWindow({ ...options, folder, log });
}
