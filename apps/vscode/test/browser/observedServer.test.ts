import { beforeAll, expect, test } from "vitest";
import { contactPath, editContact, field, openProduct, remote, signIn, takeReceived, untilDirty } from "./product.ts";
import { useProduct } from "./useProduct.ts";

// As some servers were seen to behave: one field is taken and not stored, and tags are objects.
const product = useProduct(() => openProduct({ observed: { ignoresFields: ["position"], tagObjects: true } }));
beforeAll(() => signIn(product));

test("a field that the server ignores stays changed, is marked and named; the others are saved", async () => {
  const { form, window } = product;
  await editContact(product);
  await field(product, "Position").fill("CTO");
  await field(product, "Company").fill("Initech");
  await untilDirty(product, true);
  takeReceived(product);
  await window.save();
  await form.getByText(/stored something else for Position\. Your draft is kept\./).waitFor();
  await form.getByText("The server accepted this, but did not store it.").waitFor();
  await window.screenshot(".test/seen/observedServer/ignored.png");
  expect(takeReceived(product)).toEqual([
    `GET ${contactPath}`,
    `PUT ${contactPath} {"company":"Initech","position":"CTO"}`,
  ]);
  expect(remote(product)).toMatchObject({ company: "Initech", position: "CEO" });
  expect((await window.activeTab())?.dirty).toBe(true);
  expect(await field(product, "Position").inputValue()).toBe("CTO");
  await form.getByText("1 change: Position").waitFor();
  expect(await window.notifications.toasts(), "one message, and it is ours").toEqual([]);

  await form.getByRole("button", { name: "Revert Position" }).click();
  await untilDirty(product, false);
});

test("tags that the server keeps as objects are locked, with the reason, and everything else is saved", async () => {
  const { form, window } = product;
  await form.getByText(/This server keeps tags as objects/).waitFor();
  expect(await form.getByRole("button", { name: "Remove prospect" }).count()).toBe(0);
  expect(await form.getByRole("textbox", { name: "Tags" }).count()).toBe(0);
  await field(product, "Phone").fill("+5511888888888");
  await untilDirty(product, true);
  await window.save();
  await untilDirty(product, false);
  expect(remote(product).phone).toBe("+5511888888888");
  expect(takeReceived(product).at(-1)).toBe(`PUT ${contactPath} {"phone":"+5511888888888"}`);
});
