import { expect, test } from "vitest";
import {
  canaryKey,
  contactPath,
  editContact,
  field,
  openProduct,
  remote,
  signIn,
  takeReceived,
  untilDirty,
} from "./product.ts";
import { useProduct } from "./useProduct.ts";

const product = useProduct(async () => {
  const opened = await openProduct({ keys: { [canaryKey]: { permissions: ["contacts:write"] } } });
  await signIn(opened);
  return opened;
});

test("a contact that may not be read opens with its values unknown, and sends exactly what is set", async () => {
  await editContact(product);
  const before = remote(product);
  expect(await field(product, "Name").inputValue()).toBe("");
  expect((await product.window.activeTab())?.dirty).toBe(false);
  takeReceived(product);

  await field(product, "Phone").fill("+5511777777777");
  await untilDirty(product, true);
  await product.window.save();
  await untilDirty(product, false);
  expect(takeReceived(product)).toEqual([`PUT ${contactPath} {"phone":"+5511777777777"}`]);
  expect(remote(product)).toEqual({ ...before, phone: "+5511777777777", updated_at: expect.any(String) });
  // The answer holds the whole contact, so its values are known from now on.
  await expect.poll(() => field(product, "Email").inputValue()).toBe("john@example.com");
});
