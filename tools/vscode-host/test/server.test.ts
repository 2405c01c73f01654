import { once } from "node:events";
import { rm, stat } from "node:fs/promises";
import { createServer } from "node:net";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { makeRunFolder, repositoryFolder } from "../src/folder.ts";
import { type Host, installHost, startServer } from "../src/index.ts";
import { extension, workspace } from "./paths.ts";

let host: Host;
let data: string;

beforeEach(async () => {
  host = await installHost();
  data = await makeRunFolder(repositoryFolder);
});
afterEach(async () => {
  await rm(data, { recursive: true, force: true, maxRetries: 5 });
});

it("says in one sentence that a port is taken", async () => {
  const other = createServer().listen(0, "127.0.0.1");
  await once(other, "listening");
  const address = other.address();
  const port = typeof address === "object" ? address?.port : undefined;
  await expect(startServer({ host, data, extension, workspace, port })).rejects.toThrow(
    `Port ${port} is taken; stop the program that uses it, or choose another port.`,
  );
  other.close();
});

it("lets in only who has the token, and keeps its files to itself", async () => {
  const server = await startServer({ host, data, extension, workspace });
  const { hostname, port, search } = new URL(server.url);
  expect(hostname).toBe("127.0.0.1");
  const visit = async (query: string) =>
    (await fetch(`http://${hostname}:${port}/${query}`, { redirect: "manual" })).status;
  expect(await visit("")).toBe(403);
  expect(await visit("?tkn=guessed")).toBe(403);
  expect(await visit(search)).toBe(302);
  expect((await stat(path.join(data, "token"))).mode & 0o077).toBe(0);
  await server.stop();
  await server.closed;
  await expect(fetch(server.url)).rejects.toThrow();
});
