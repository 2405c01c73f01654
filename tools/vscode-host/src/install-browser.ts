import { chromium } from "playwright-core";
import { findOnPath } from "./find-on-path.ts";
import { repositoryFolder } from "./folder.ts";
import { HostError } from "./host-error.ts";
import type { InstallOptions } from "./install-host.ts";
import { consoleLog } from "./log.ts";
import { installPackagedChromium } from "./packaged-chromium.ts";

const channels = ["chrome", "msedge", "chromium"];
const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"];

/**
 * Finds a Chromium that tests can drive: the one `RAZE_CHROMIUM` names, else one from the npm registry (Linux on x64),
 * else one that is installed on the machine.
 * @returns the path of its executable
 */
export async function installBrowser({ folder = repositoryFolder, log = consoleLog }: InstallOptions = {}) {
  const { RAZE_CHROMIUM: named } = process.env;
  if (named) return named;
  if (process.platform === "linux" && process.arch === "x64") {
    try {
      return await installPackagedChromium(folder, log);
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      const installed = await findInstalled();
      if (!installed) throw error;
      log(`${error.message} Using ${installed} instead.`);
      return installed;
    }
  }
  const installed = await findInstalled();
  if (installed) return installed;
  throw new HostError(
    "No Chrome, Edge or Chromium was found; install one, or name its executable in RAZE_CHROMIUM, and run the command again.",
  );
}

async function findInstalled(): Promise<string | undefined> {
  for (const channel of channels) {
    try {
      const browser = await chromium.launchServer({ channel });
      const executable = browser.process().spawnfile;
      await browser.close();
      return executable;
    } catch {
      // Not installed: the next channel may be.
    }
  }
  return await findOnPath(names);
}
