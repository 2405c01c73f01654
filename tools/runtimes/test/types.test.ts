import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { expect, inject, onTestFinished, test } from "vitest";

const run = promisify(execFile);
const compiler = path.join(path.dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin/tsc");

/** A library over core, whose types the compiler has to write down by itself. */
const library = `
  import { type Contact, type Conflict, diffContact, mergeContacts, type RazeError, saveContact, type UpdateResult,
    createContactsClient } from "@raze-contacts/core";
  export const client = (apiKey: string) => createContactsClient({ apiKey });
  export const save = (id: string, base: Contact) => saveContact(client("key"), id, { base, edited: { ...base } });
  export const difference = (base: Contact, edited: Contact) => diffContact(base, edited);
  export const merged = (base: Contact, theirs: Contact) => mergeContacts(base, base, theirs);
  export const copy = (contact: Contact) => ({ ...contact });
  export const tags = ({ tags }: Contact) => tags;
  export const unapplied = (result: UpdateResult) => result.unapplied.map(({ sent, returned }) => ({ sent, returned }));
  export const places = (conflicts: readonly Conflict[]) => conflicts.map(({ path }) => path);
  export const faults = (error: RazeError) => error.fieldErrors.map(({ code, params, path }) => ({ code, params, path }));
`;

test("a library over core can publish its types with core as its one dependency", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "raze-contacts-types-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  // As pnpm installs it: what core needs is beside core, out of the library's sight.
  const scope = path.join(folder, "node_modules/@raze-contacts");
  await mkdir(scope, { recursive: true });
  await symlink(path.join(inject("project"), "node_modules/@raze-contacts/core"), path.join(scope, "core"), "junction");
  await writeFile(path.join(folder, "package.json"), JSON.stringify({ type: "module" }));
  await writeFile(path.join(folder, "library.ts"), library);
  const options = ["--strict", "--declaration", "--skipLibCheck", "false", "--module", "nodenext"];
  const words = [compiler, "library.ts", ...options, "--target", "es2023", "--lib", "es2023,dom"];
  const { stdout } = await run(process.execPath, words, { cwd: folder }).catch((error: { stdout: string }) => error);
  expect(stdout).toBe("");
  const types = await readFile(path.join(folder, "library.d.ts"), "utf8");
  expect(types.match(/(?<=import\(")[^"]+/g)?.filter((module) => module !== "@raze-contacts/core")).toEqual([]);
});
