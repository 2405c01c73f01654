import { rateLimited } from "@raze-contacts/sandbox/faults";
import { afterAll, beforeAll, expect, test } from "vitest";
import { contactPath, editContact, field, openProduct, remote, signIn, takeReceived, untilDirty } from "./product.ts";
import { passOn, serve } from "./serve.ts";
import { useProduct } from "./useProduct.ts";

/**
 * Stands between VS Code and the server. While `isBroken`, answers to updates are lost after they were applied; while
 * `refuses`, updates are answered as a server with rules of its own does.
 */
const connection = { isBroken: false, refuses: false };
const refusal = {
  success: false,
  error: { code: "VALIDATION_ERROR", message: "Invalid", details: { fields: { phone: "Give a Brazilian number." } } },
};
const server = await serve(async (request, response) => {
  if (connection.refuses && request.method === "PUT") {
    response.writeHead(400, { "Content-Type": "application/json" }).end(JSON.stringify(refusal));
    return;
  }
  const answer = await passOn(request, product.sandbox);
  if (connection.isBroken && request.method === "PUT") response.destroy();
  else response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(await answer.text());
});

const product = useProduct(() => openProduct({}, { settings: { "raze.baseUrl": server.baseUrl } }));
beforeAll(() => signIn(product));
afterAll(server.close);

test("a connection that dies during a save: nobody knows, the draft stays, the next save finds out", async () => {
  const { form, window } = product;
  await editContact(product);
  await field(product, "Position").fill("VP of Engineering");
  await untilDirty(product, true);
  connection.isBroken = true;
  await window.save();
  await form.getByText(/Whether the change was applied is not known/).waitFor();
  expect(await window.notifications.toasts(), "one message, and it is ours").toEqual([]);
  expect(remote(product).position, "it was applied, but nobody was told").toBe("VP of Engineering");
  expect((await window.activeTab())?.dirty).toBe(true);
  expect(await field(product, "Position").inputValue()).toBe("VP of Engineering");

  connection.isBroken = false;
  takeReceived(product);
  await form.getByRole("button", { name: "Save Again" }).click();
  await untilDirty(product, false);
  expect(takeReceived(product)).toEqual([`GET ${contactPath}`]);
});

test("what the server says of a field stands under its input until it is edited", async () => {
  const { form, window } = product;
  await field(product, "Phone").fill("123456");
  await untilDirty(product, true);
  connection.refuses = true;
  await window.save();
  await form.getByText("Give a Brazilian number.").waitFor();
  expect((await window.activeTab())?.dirty).toBe(true);
  expect(await field(product, "Phone").getAttribute("aria-invalid")).toBe("true");

  connection.refuses = false;
  await field(product, "Phone").fill("+5511777777777");
  await expect.poll(() => form.getByText("Give a Brazilian number.").count()).toBe(0);
  await window.save();
  await untilDirty(product, false);
  expect(remote(product).phone).toBe("+5511777777777");
});

test("the server's words on a field go when it is taken back", async () => {
  const { form, window } = product;
  await field(product, "Phone").fill("123456");
  await untilDirty(product, true);
  connection.refuses = true;
  await window.save();
  await form.getByText("Give a Brazilian number.").waitFor();
  connection.refuses = false;
  await form.getByRole("button", { name: "Revert Phone" }).click();
  await expect.poll(() => field(product, "Phone").inputValue()).toBe("+5511777777777");
  await expect.poll(() => form.getByText(/Give a Brazilian number|Some values were refused/).count()).toBe(0);
  await untilDirty(product, false);
});

test("calls that are used up: the wait is counted down, and nothing is sent until the person says so", async () => {
  const { form, window, sandbox } = product;
  await field(product, "Company").fill("Initech");
  await untilDirty(product, true);
  sandbox.faults.next(rateLimited({ header: "600" }), { on: "get" });
  await window.save();
  await form.getByText(/This hour's calls are used up until .* Nothing was changed\./).waitFor();
  await expect.poll(() => form.getByRole("timer").textContent()).toMatch(/^ You can try again in (10:00|9:\d\d)\.$/);
  await window.screenshot(".test/seen/used-up.png");
  expect((await window.activeTab())?.dirty).toBe(true);
  takeReceived(product);

  await form.getByRole("button", { name: "Save Again" }).click();
  await untilDirty(product, false);
  expect(takeReceived(product)).toEqual([`GET ${contactPath}`, `PUT ${contactPath} {"company":"Initech"}`]);
});
