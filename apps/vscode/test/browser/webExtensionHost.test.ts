import { afterAll, expect, test } from "vitest";
import { filesHolding } from "./filesHolding.ts";
import {
  canaryKey,
  contactPath,
  editContact,
  field,
  keyPlaceholder,
  openProduct,
  reloadWindow,
  remote,
  takeReceived,
  trySandbox,
  untilRunsIn,
} from "./product.ts";
import { savePosition } from "./savePosition.ts";
import { passOn, serve } from "./serve.ts";
import { useProduct } from "./useProduct.ts";

/** The pages that the server lets in, once it does. */
const leave: Record<string, string> = {};
const server = await serve(async (request, response) => {
  if (request.method === "OPTIONS") {
    response.writeHead(204, leave).end();
    return;
  }
  const answer = await passOn(request, product.sandbox);
  response.writeHead(answer.status, { "Content-Type": "application/json", ...leave }).end(await answer.text());
});
afterAll(server.close);

const product = useProduct(() =>
  openProduct(
    {},
    {
      workspace: "tmp:/",
      settings: {
        "raze.baseUrl": server.baseUrl,
        "remote.extensionKind": { "raze-contacts.raze-contacts": ["web"] },
      },
    },
  ),
);

test("the sandbox, in the browser's worker and in a folder that is on no disk: edit, save, reload", async () => {
  const { window, sandbox } = product;
  await trySandbox(product);
  await editContact(product);
  await savePosition(product, "CEO", "VP of Engineering");
  await window.page.getByText("Saved John Doe: 1 field (Position)").waitFor();

  await reloadWindow(product);
  await expect.poll(() => field(product, "Position").inputValue()).toBe("VP of Engineering");
  expect(sandbox.received, "nothing left VS Code").toEqual([]);
  expect(new URL(window.page.url()).searchParams.get("folder")).toBe("tmp:/");

  await untilRunsIn(product, "web worker");
});

test("sign-in says that a server may let no browser in, and goes on once it does", async () => {
  const { window } = product;
  await window.palette("Raze: Sign In…");
  await window.quickInput.type(keyPlaceholder, canaryKey);
  await expect.poll(() => window.quickInput.message()).toContain("the server may not let a browser in (CORS)");
  expect(takeReceived(product)).toEqual([]);

  Object.assign(leave, {
    "Access-Control-Allow-Origin": new URL(window.server.url).origin,
    "Access-Control-Allow-Headers": "content-type, x-api-key",
    "Access-Control-Allow-Methods": "PUT",
  });
  await window.quickInput.box(keyPlaceholder).press("Enter");
  await window.quickInput.box(keyPlaceholder).waitFor({ state: "hidden" });
  expect(takeReceived(product)).toEqual(["GET /external/v1/contacts?limit=1"]);
});

test("from the palette to the PUT, and the key is nowhere else", async () => {
  const { window } = product;
  await editContact(product);
  await savePosition(product, "CEO", "CTO");
  expect(takeReceived(product)).toEqual([
    `GET ${contactPath}`,
    `GET ${contactPath}`,
    `PUT ${contactPath} {"position":"CTO"}`,
  ]);
  expect(remote(product).position).toBe("CTO");

  expect(await filesHolding(product, "john@example.com"), "the kept base is searched").not.toEqual([]);
  expect(await filesHolding(product, canaryKey)).toEqual([]);
  expect(await window.page.content()).not.toContain(canaryKey);
  expect(JSON.stringify([window.problems, await window.notifications.centre()])).not.toContain(canaryKey);
});
