import { setTimeout as pause } from "node:timers/promises";
import { downloadAndUnzipVSCode, SilentReporter } from "@vscode/test-electron";
import { type Log, withProgress } from "./log.ts";

const silence = 10_000;
const patience = 240_000;

/** Whether a desktop VS Code could show a window here. */
export function hasDisplay(environment = process.env): boolean {
  const { DISPLAY, WAYLAND_DISPLAY } = environment;
  return process.platform !== "linux" || Boolean(DISPLAY) || Boolean(WAYLAND_DISPLAY);
}

/** Downloads a desktop VS Code where one can run and the network lets it through; says so when it does not. */
export async function downloadDesktop(version: string, folder: string, log: Log): Promise<string | undefined> {
  if (!hasDisplay()) return undefined;
  const bounded = new AbortController();
  const late = pause(patience, undefined, { signal: bounded.signal }).then(() =>
    Promise.reject(new Error("it took too long")),
  );
  const download = downloadAndUnzipVSCode({
    version,
    cachePath: folder,
    reporter: new SilentReporter(),
    timeout: silence,
  });
  try {
    return await withProgress(log, `Looking for a desktop VS Code ${version}`, () => Promise.race([download, late]));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    log(`No desktop VS Code could be downloaded (${reason}); the tests run in the one from the npm registry.`);
    return undefined;
  } finally {
    bounded.abort();
  }
}
