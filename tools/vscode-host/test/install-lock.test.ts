import { mkdtemp, readdir, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { withLock } from "../src/install-lock.ts";

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "vscode-host-test-"));
  file = path.join(folder, "lock");
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

it("lets one at a time in", async () => {
  let inside = 0;
  const work = async () => {
    inside += 1;
    expect(inside).toBe(1);
    await new Promise(setImmediate);
    inside -= 1;
  };
  await Promise.all([1, 2, 3].map(() => withLock(file, work)));
});

it("waits, and says so once, until whoever is inside has gone", async () => {
  await writeFile(file, String(process.pid));
  const events: string[] = [];
  const done = withLock(
    file,
    async () => void events.push("in"),
    () => events.push("waits"),
  );
  await expect.poll(() => events).toEqual(["waits"]);
  events.push("out");
  await rm(file);
  await done;
  expect(events).toEqual(["waits", "out", "in"]);
  expect(await readdir(folder)).toEqual([]);
});

it.each([
  ["whose owner has died", "999999999", 0],
  ["that nobody renews any more", String(process.pid), 60_000],
])("takes a lock over %s", async (_, owner, age) => {
  await writeFile(file, owner);
  const then = new Date(Date.now() - age);
  await utimes(file, then, then);
  let waited = false;
  await withLock(
    file,
    async () => {},
    () => {
      waited = true;
    },
  );
  expect(waited).toBe(false);
  expect(await readdir(folder)).toEqual([]);
});
