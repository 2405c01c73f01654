import { beforeAll, describe, expect, test } from "vitest";
import {
  editContact,
  field,
  idPlaceholder,
  keyPlaceholder,
  signIn,
  takeReceived,
  told,
  untilDirty,
} from "./product.ts";
import { useProduct } from "./useProduct.ts";

const product = useProduct();

describe("a key that cannot be one", () => {
  test.each([
    ["blank", "   ", /Paste the API key first/],
    ["with a space inside", "gr_live_secret one", /visible characters without spaces/],
    ["in another script", "ключ_секрет", /visible characters without spaces/],
    ["unknown to the server", "gr_live_secretunknown", /does not know this API key/],
  ])("%s is refused in words that do not repeat it", async (_, key, words) => {
    const { quickInput } = product.window;
    await product.window.palette("Raze: Sign In…");
    await quickInput.type(keyPlaceholder, key);
    await expect.poll(() => quickInput.message()).toMatch(words);
    await told(product, words).waitFor();
    await product.window.screenshot(".test/seen/refusedInput/key.png");
    expect(await quickInput.message()).not.toContain("secret");
    await quickInput.cancel();
  });
});

describe("signed in", () => {
  beforeAll(async () => {
    await signIn(product);
    takeReceived(product);
  });

  test.each([
    ["..", /cannot be \. or \.\./],
    ["cnt_abc/../admin", /cannot contain a slash/],
    ["https://app.getraze.com/contacts", /no contact ID in this address/],
  ])("the id %s is refused in words and nothing is sent", async (id, words) => {
    const { quickInput } = product.window;
    await product.window.palette("Raze: Edit Contact…");
    await quickInput.box(idPlaceholder).fill(id);
    await quickInput.row(words).waitFor();
    await product.window.screenshot(".test/seen/refusedInput/id.png");
    await quickInput.box(idPlaceholder).press("Enter");
    expect(takeReceived(product)).toEqual([]);
    await quickInput.cancel();
  });

  test("an id that nobody has is answered in words, without an empty form", async () => {
    await product.window.palette("Raze: Edit Contact…");
    await product.window.quickInput.type(idPlaceholder, "cnt_nobody0000001");
    await product.window.notifications.waitFor(/no such contact in this account/);
    expect(await product.window.tabs()).toEqual([]);
  });

  test("a wrong value is told under its input, and saving it sends nothing and keeps it", async () => {
    const { form, window } = product;
    await editContact(product);
    takeReceived(product);
    await field(product, "Email").fill("john@example");
    await field(product, "Email").press("Tab");
    await form.getByText("An email address needs a domain").first().waitFor();
    await window.save();
    await form.getByText(/Email: An email address needs a domain.*Nothing was sent/).waitFor();
    expect(takeReceived(product)).toEqual([]);
    expect(await field(product, "Email").inputValue()).toBe("john@example");
    await window.save();
    await told(product, /^Email: An email address needs a domain.*Nothing was sent\.$/).waitFor();
    await window.screenshot(".test/seen/refusedInput/value.png");
    await field(product, "Email").fill("john@example.org");
    await expect.poll(() => form.getByText("An email address needs a domain").count()).toBe(0);
    await window.save();
    await untilDirty(product, false);
    expect(takeReceived(product).at(-1)).toMatch(/^PUT .* \{"email":"john@example.org"\}$/);
  });
});

test.each([
  "http://example.com/external/v1",
  "https://user:pass@example.com/v1",
  "https://example.com/v1?to=me",
  "nonsense",
])("the base URL %s is refused before a key is asked for", async (baseUrl) => {
  await product.window.changeSettings({ "raze.baseUrl": baseUrl });
  await product.window.palette("Raze: Sign In…");
  const notice = await product.window.notifications.waitFor(/The base URL must start with https/);
  expect(notice.message).toContain('Correct the setting "raze.baseUrl".');
  expect(notice.message).not.toContain("pass");
});
