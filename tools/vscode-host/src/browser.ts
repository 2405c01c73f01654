import { type BrowserContext, chromium } from "playwright-core";
import { closeOnSignal } from "./cleanup.ts";

const patience = 60_000;

/** How the page looks. */
export interface View {
  readonly viewport?: { readonly width: number; readonly height: number } | undefined;
  /** Pixels of a screenshot for each pixel of the page. */
  readonly scale?: number | undefined;
  /** The display language, like `pt-br`. VS Code's own words stay English: its language packs are not on npm. */
  readonly language?: string | undefined;
}

/** Starts a headless browser that keeps what it remembers in a folder. */
export async function launchBrowser(executablePath: string, profile: string, view: View = {}): Promise<BrowserContext> {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    viewport: view.viewport ?? { width: 1280, height: 800 },
    deviceScaleFactor: view.scale ?? 1,
    reducedMotion: "reduce",
    // The package's Chromium has no sandbox of its own, and shows only pages of this machine here.
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic"],
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
  context.setDefaultTimeout(patience);
  if (view.language !== undefined) {
    await context.addInitScript((language) => Reflect.set(globalThis, "_VSCODE_NLS_LANGUAGE", language), view.language);
  }
  context.once(
    "close",
    closeOnSignal(() => context.close()),
  );
  return context;
}
