import { execFile } from "node:child_process";
import { realpath } from "node:fs/promises";
import { promisify } from "node:util";
import { hasDisplay } from "./desktop-download.ts";
import { findOnPath } from "./find-on-path.ts";

const run = promisify(execFile);

/** The `code` program of a desktop VS Code. */
export interface DesktopCode {
  readonly program: string;
  readonly version: string;
}

/**
 * Finds a desktop VS Code on the PATH.
 * @param engine what the extension's manifest asks for, such as “^1.100.0”
 */
export async function findDesktopCode(engine: string, environment = process.env): Promise<DesktopCode | undefined> {
  // In the terminal of a remote window, `code` opens files in that window and cannot start one.
  const { VSCODE_IPC_HOOK_CLI: remote } = environment;
  if (remote || !hasDisplay(environment)) return undefined;
  const program = await findOnPath(["code"], environment);
  if (program === undefined || isForeign(await realpath(program), environment)) return undefined;
  const windows = process.platform === "win32";
  const answer = await run(windows ? `"${program}"` : program, ["--version"], {
    timeout: 20_000,
    shell: windows,
    env: desktopEnvironment(environment),
  }).catch(() => undefined);
  const version = answer?.stdout.split("\n").at(0)?.trim() ?? "";
  return isNewEnough(version, engine) ? { program, version } : undefined;
}

/** The environment of a new desktop VS Code: nothing of one that we may be running inside. */
export function desktopEnvironment(environment = process.env): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(environment).filter(([name]) => !/^(?:VSCODE_|ELECTRON_|NODE_OPTIONS$)/.test(name)),
  );
}

/** Whether a version satisfies an engine such as “^1.100.0”, which is the only kind that VS Code's manifests need. */
export function isNewEnough(version: string, engine: string): boolean {
  const [have, want] = [version, engine].map((text) => /(\d+)\.(\d+)\.(\d+)/.exec(text)?.slice(1).map(Number));
  if (have === undefined || want === undefined) return false;
  const [major = 0, minor = 0, patch = 0] = have;
  const [wantedMajor = 0, wantedMinor = 0, wantedPatch = 0] = want;
  return major === wantedMajor && (minor > wantedMinor || (minor === wantedMinor && patch >= wantedPatch));
}

/** A helper of a remote server, or the `code` of a Windows around this Linux, which knows other paths. */
function isForeign(program: string, environment: NodeJS.ProcessEnv): boolean {
  const { WSL_DISTRO_NAME } = environment;
  return (
    /[\\/](?:remote-cli|\.vscode-server[^\\/]*|\.vscode-remote)[\\/]/.test(program) ||
    (Boolean(WSL_DISTRO_NAME) && program.startsWith("/mnt/"))
  );
}
