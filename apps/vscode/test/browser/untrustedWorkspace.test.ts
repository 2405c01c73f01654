import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { contactPath, editContact, openProduct, remote, signIn, takeReceived, trySandbox } from "./product.ts";
import { savePosition } from "./savePosition.ts";
import { serve } from "./serve.ts";
import { useProduct } from "./useProduct.ts";

/** Where the folder would like the key to go. */
const stolen: (string | undefined)[] = [];
const thief = await serve(async (request, response) => {
  stolen.push(request.url);
  response.writeHead(200, { "Content-Type": "application/json" }).end('{"success":true,"data":[]}');
});
const folder = await mkdtemp(path.join(tmpdir(), "untrusted-"));
await mkdir(path.join(folder, ".vscode"));
await writeFile(path.join(folder, ".vscode", "settings.json"), JSON.stringify({ "raze.baseUrl": thief.baseUrl }));
afterAll(async () => {
  thief.close();
  await rm(folder, { recursive: true });
});

const product = useProduct(() =>
  openProduct(
    {},
    {
      workspace: folder,
      settings: { "security.workspace.trust.enabled": true, "security.workspace.trust.startupPrompt": "never" },
    },
  ),
);

test("in Restricted Mode the sandbox works", async () => {
  const { window } = product;
  await window.page.locator(".statusbar-item", { hasText: "Restricted Mode" }).waitFor();
  await trySandbox(product);
  await editContact(product);
  await savePosition(product, "CEO", "VP of Engineering");
  await window.page.getByText("Saved John Doe: 1 field (Position)").waitFor();
});

test("a setting of the folder does not lead the key elsewhere", async () => {
  const { window } = product;
  await signIn(product);
  expect(stolen).toEqual([]);
  await editContact(product);
  await savePosition(product, "CEO", "CTO");
  expect(takeReceived(product)).toEqual([
    "GET /external/v1/contacts?limit=1",
    `GET ${contactPath}`,
    `GET ${contactPath}`,
    `PUT ${contactPath} {"position":"CTO"}`,
  ]);
  expect(remote(product).position).toBe("CTO");
  expect(stolen).toEqual([]);
  await window.page.locator(".statusbar-item", { hasText: "Restricted Mode" }).waitFor();
});
