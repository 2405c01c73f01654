// The whole product once, on sample data: an update over HTTP through core, then a VS Code to make one by hand.
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { createSandbox } from "@raze-contacts/sandbox";
import { type ListeningSandbox, listen } from "@raze-contacts/sandbox/node";
import { HostError, open } from "@raze-contacts/vscode-host";
import { updateOverHttp } from "./updateOverHttp.ts";

const inRepository = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

async function openCode({ url, key }: ListeningSandbox, data: string): Promise<void> {
  const code = await open({
    extension: inRepository("apps/vscode"),
    workspace: inRepository("docs"),
    data,
    settings: { "raze.baseUrl": url },
  });
  const where = code.kind === "browser" ? `is at\n\n  ${code.url}\n` : "has opened in a window of its own.\n";
  console.log(`
VS Code ${code.version} ${where}
Press F1, type "Raze: Edit Contact" and press Enter. Choose Try the Sandbox, then a contact.
("Raze: Get Started" walks you through it, with pictures.)
Change something in the form and press Ctrl+S (Cmd+S on a Mac).

To sign in over HTTP instead: F1, "Raze: Sign In…", then this key, which is good for this run:

  ${key}
  for ${url}

Ctrl+C ends everything.`);
  await code.closed;
}

// VS Code and the server end first, then what they kept is removed: the process ends by itself after that.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => {});

const folder = inRepository(".vscode-test");
await mkdir(folder, { recursive: true });
const data = await mkdtemp(`${folder}/demo-`);
const sandbox = createSandbox();
const server = await listen(sandbox);
try {
  console.log(`\n${await updateOverHttp(sandbox, server)}`);
  await openCode(server, data);
} catch (error) {
  if (!(error instanceof HostError)) throw error;
  console.error(`\n${error.message}`);
  process.exitCode = 1;
} finally {
  await server.close();
  await rm(data, { recursive: true, force: true, maxRetries: 5 });
}
