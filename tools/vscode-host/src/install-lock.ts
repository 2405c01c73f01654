import { mkdir, readFile, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { isAlive } from "./processes.ts";

const heartbeat = 1000;
const staleAfter = 15_000;

/**
 * Runs work while holding a lock file, so that two processes never install into one folder at once.
 * A lock whose owner has died, or has stopped renewing it, is taken over.
 */
export async function withLock<Result>(
  file: string,
  work: () => Promise<Result>,
  onWait: () => void = () => {},
): Promise<Result> {
  await mkdir(path.dirname(file), { recursive: true });
  let waited = false;
  while (!(await take(file))) {
    if (await isStale(file)) {
      await putAside(file);
      continue;
    }
    if (!waited) onWait();
    waited = true;
    await pause(250);
  }
  const renew = setInterval(() => {
    const now = new Date();
    utimes(file, now, now).catch(() => {});
  }, heartbeat);
  try {
    return await work();
  } finally {
    clearInterval(renew);
    await rm(file, { force: true });
  }
}

async function take(file: string): Promise<boolean> {
  try {
    await writeFile(file, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}

async function isStale(file: string): Promise<boolean> {
  try {
    const [owner, { mtimeMs }] = await Promise.all([readFile(file, "utf8"), stat(file)]);
    const age = Date.now() - mtimeMs;
    return age > staleAfter || (owner !== "" && !isAlive(Number(owner)));
  } catch {
    return false;
  }
}

/** Only one of several waiting processes succeeds in renaming, and so in removing, a stale lock. */
async function putAside(file: string): Promise<void> {
  const aside = `${file}.${process.pid}`;
  try {
    await rename(file, aside);
    await rm(aside, { force: true });
  } catch {
    // Another process was faster.
  }
}
