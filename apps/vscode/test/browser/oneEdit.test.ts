import { expect, test } from "vitest";
import { canaryKey, contactPath, editContact, field, signIn, untilDirty, untilRunsIn } from "./product.ts";
import { useProduct } from "./useProduct.ts";

const product = useProduct();

test("in a remote window, from the palette to the PUT, byte for byte", async () => {
  const { form, sandbox, window } = product;
  await signIn(product);
  await editContact(product);
  await field(product, "Position").fill("VP of Engineering");
  await form.getByRole("button", { name: "Remove prospect" }).click();
  await form.getByRole("button", { name: "Remove decision-maker" }).click();
  await form.getByPlaceholder("Add a tag").fill("hot-lead");
  await form.getByPlaceholder("Add a tag").press("Enter");
  await form.getByPlaceholder("Add a tag").fill("enterprise");
  await untilDirty(product, true);
  await window.save();
  await untilDirty(product, false);

  const puts = sandbox.received.filter(({ method }) => method === "PUT");
  expect(puts).toHaveLength(1);
  expect(puts[0]).toMatchObject({
    path: contactPath,
    headers: { "x-api-key": canaryKey, "content-type": "application/json" },
    body: '{"position":"VP of Engineering","tags":["hot-lead","enterprise"]}',
  });
  expect(sandbox.received.map(({ method }) => method)).toEqual(["GET", "GET", "GET", "PUT"]);
  expect(await window.activeTab()).toEqual({ label: expect.stringContaining("John Doe"), dirty: false });
  await untilRunsIn(product, new URL(window.server.url).host);
});
