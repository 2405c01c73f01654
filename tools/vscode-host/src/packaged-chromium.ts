import { execFile } from "node:child_process";
import { chmod, mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { HostError } from "./host-error.ts";
import { withLock } from "./install-lock.ts";
import { type Log, withProgress } from "./log.ts";
import { installPinned, lockFiles } from "./npm.ts";
import { shellQuote } from "./shell-quote.ts";
import { fingerprint, isInstalled, stampInstalled } from "./stamp.ts";

const run = promisify(execFile);

const unpack = `
  const { default: chromium, inflate } = await import("@sparticuz/chromium");
  await chromium.executablePath();
  await inflate("node_modules/@sparticuz/chromium/bin/al2023.tar.br");
`;

const families = ["sans-serif", "system-ui", "ui-sans-serif"].map(
  (family) => `<alias binding="strong"><family>${family}</family><prefer><family>Open Sans</family></prefer></alias>`,
);

/** The same letters on every machine: the package's own font first, the machine's for all that it lacks. */
const fonts = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir prefix="relative">unpacked/fonts/fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
  ${families.join("\n  ")}
</fontconfig>
`;

/** Brings the headless Chromium that is inside an npm package, and returns the path of a script that starts it. */
export async function installPackagedChromium(folder: string, log: Log): Promise<string> {
  const root = path.join(folder, "browser");
  const launcher = path.join(root, "chromium.sh");
  const expected = await fingerprint(lockFiles("chromium"), [fonts, start(root, false)]);
  if (await isInstalled(root, expected)) return launcher;
  const bring = async () => {
    if (await isInstalled(root, expected)) return;
    await withProgress(log, "Bringing Chromium from the npm registry (once)", () => install(root, launcher));
    await stampInstalled(root, expected);
  };
  await withLock(path.join(folder, "browser.lock"), bring, () =>
    log("Waiting for another process that is bringing Chromium"),
  );
  return launcher;
}

async function install(root: string, launcher: string): Promise<void> {
  await rm(root, { recursive: true, force: true });
  const carrier = path.join(root, "carrier");
  const unpacked = path.join(root, "unpacked");
  await installPinned("chromium", carrier);
  await mkdir(unpacked, { recursive: true });
  // The package unpacks into the system's temporary folder, wherever that is.
  await run(process.execPath, ["--input-type=module", "--eval", unpack], {
    cwd: carrier,
    env: { ...process.env, NODE_OPTIONS: "", TMPDIR: unpacked },
  });
  await rm(carrier, { recursive: true, force: true });
  await writeFile(path.join(root, "fonts.conf"), fonts);
  for (const ownLibraries of [false, true]) {
    await writeFile(launcher, start(root, ownLibraries));
    await chmod(launcher, 0o755);
    if (await starts(launcher)) return;
  }
  throw new HostError(
    "The Chromium from the npm registry does not start on this machine; install Chrome, Edge or Chromium, or name one in RAZE_CHROMIUM, and run the command again.",
  );
}

async function starts(launcher: string): Promise<boolean> {
  return await run(launcher, ["--version"]).then(
    () => true,
    () => false,
  );
}

/** The package's NSS, NSPR and expat are for machines that have none: they would shadow newer ones. */
function start(root: string, ownLibraries: boolean): string {
  const unpacked = path.join(root, "unpacked");
  return [
    "#!/bin/sh",
    `export FONTCONFIG_FILE=${shellQuote(path.join(root, "fonts.conf"))}`,
    ...(ownLibraries ? [`export LD_LIBRARY_PATH=${shellQuote(path.join(unpacked, "al2023", "lib"))}`] : []),
    `exec ${shellQuote(path.join(unpacked, "chromium"))} "$@"`,
    "",
  ].join("\n");
}
