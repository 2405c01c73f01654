import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  canaryKey,
  change,
  contactPath,
  editContact,
  field,
  hold,
  idPlaceholder,
  johnDoe,
  remote,
  signIn,
  takeReceived,
  told,
  untilDirty,
} from "./product.ts";
import { useProduct } from "./useProduct.ts";

const fieldPlaceholder = "Which field?";
const reviewPlaceholder = "Enter saves, Esc leaves everything as it was.";

const back = process.platform === "darwin" ? "Control+Minus" : "Control+Alt+Minus"; // VS Code's own key

const product = useProduct();
const keyboard = () => product.window.page.keyboard;
const box = (placeholder: string) => product.window.quickInput.box(placeholder);
const valueBox = (example: string) => box(`New value, such as ${example}`);

/** Raze: Update Field… of the seed's contact, up to the value. */
async function chooseField(name: string): Promise<void> {
  await product.window.palette("Raze: Update Field…");
  await product.window.quickInput.type(idPlaceholder, johnDoe);
  await product.window.quickInput.row("Name").waitFor();
  await keyboard().type(name);
  await keyboard().press("Enter");
}

const row = (label: string | RegExp) => product.window.quickInput.row(label);

beforeAll(() => signIn(product));
beforeEach(() => {
  takeReceived(product);
});

test("one field, by keyboard alone, in fewer than ten keys besides the texts", async () => {
  let keys = 0;
  const press = async (key: string) => {
    keys += 1;
    await keyboard().press(key);
  };
  await product.window.page.locator(".monaco-workbench").waitFor();
  await press("F1");
  await keyboard().type("Raze: Update Field");
  await row("Raze: Update Field…").waitFor();
  await press("Enter");
  await box(idPlaceholder).waitFor();
  await keyboard().type(johnDoe);
  await row(`Open ${johnDoe}`).waitFor();
  await press("Enter");
  await row("Position").waitFor();
  await keyboard().type("pos");
  await press("Enter");
  await expect.poll(() => valueBox("VP of Engineering").inputValue()).toBe("CEO");
  await keyboard().type("VP of Engineering"); // the old value is selected
  await press("Enter");
  const save = { name: "Save Position, CEO → VP of Engineering", exact: true };
  await product.window.page.getByRole("option", save).waitFor();
  await product.window.screenshot(".test/seen/updateField-review.png");
  await press("Enter");
  await told(product, "Saved John Doe: 1 field (Position)").waitFor();
  expect(keys).toBeLessThan(10);
  expect(takeReceived(product)).toEqual([
    `GET ${contactPath}`,
    `GET ${contactPath}`,
    `PUT ${contactPath} {"position":"VP of Engineering"}`,
  ]);
  expect(await product.window.tabs()).toEqual([]);
});

test("the form that is opened after it shows what the server holds by then", async () => {
  const { window } = product;
  change(product, { phone: "+5511888888888" });
  await editContact(product);
  await expect.poll(() => field(product, "Phone").inputValue()).toBe("+5511888888888");
  expect(takeReceived(product)).toEqual([`GET ${contactPath}`]);
  await window.palette("View: Close Editor");
  await expect.poll(() => window.tabs()).toEqual([]);
});

test("a save that is still on its way is no draft", async () => {
  const { window } = product;
  await editContact(product);
  await field(product, "Position").fill("Director");
  await untilDirty(product, true);
  const update = hold(product, "update");
  await window.save();
  await update.arrived;
  await window.palette("Raze: Update Field…");
  await window.quickInput.type(idPlaceholder, johnDoe);
  update.release();
  await row("Name").waitFor();
  await keyboard().type("Position");
  await keyboard().press("Enter");
  await expect.poll(() => valueBox("VP of Engineering").inputValue()).toBe("Director");
  await keyboard().type("VP of Engineering");
  await keyboard().press("Enter");
  await row(/Save Position|Put Position into the Draft/).waitFor();
  expect(await row("Save Position").count()).toBe(1);
  await keyboard().press("Enter");
  await expect.poll(() => remote(product).position).toBe("VP of Engineering");
  await expect.poll(() => field(product, "Position").inputValue()).toBe("VP of Engineering"); // dirty until VS Code writes
  await untilDirty(product, false);
  await window.palette("View: Close Editor");
  await expect.poll(() => window.tabs()).toEqual([]);
});

test("line breaks, which a box of one line would drop, are kept", async () => {
  const { window } = product;
  change(product, { position: "CEO\nand founder" });
  await chooseField("Position");
  await expect.poll(() => valueBox("VP of Engineering").inputValue()).toBe("CEO⏎and founder");
  await expect.poll(() => window.quickInput.message()).toContain("⏎ is a line break.");
  await keyboard().press("End");
  await keyboard().type("!");
  await keyboard().press("Enter");
  await box(reviewPlaceholder).waitFor();
  await keyboard().press("Enter");
  await expect.poll(() => remote(product).position).toBe("CEO\nand founder!");
});

test("a name like an icon is told as it is", async () => {
  const { sandbox, window } = product;
  sandbox.contacts.set("cnt_bug000000001", { ...remote(product), id: "cnt_bug000000001", name: "Bo $(bug)" });
  await window.palette("Raze: Update Field…");
  await window.quickInput.type(idPlaceholder, "cnt_bug000000001");
  await row("Position").click();
  await valueBox("VP of Engineering").fill("Entomologist");
  await keyboard().press("Enter");
  await row("Save Position").click();
  await told(product, "Saved Bo $(bug): 1 field (Position)").waitFor();
});

test("every step goes back, what was typed stays, and Esc leaves everything as it was", async () => {
  const before = remote(product);
  await chooseField("Company");
  await valueBox("Acme Inc").fill("Initech");
  await keyboard().press("Enter");
  await box(reviewPlaceholder).waitFor();
  await keyboard().press(back);
  await expect.poll(() => valueBox("Acme Inc").inputValue()).toBe("Initech");
  await keyboard().press(back);
  await box(fieldPlaceholder).waitFor();
  await keyboard().press(back);
  await box(idPlaceholder).waitFor();
  await expect.poll(() => box(idPlaceholder).inputValue()).toBe(johnDoe);
  await product.window.quickInput.cancel();
  expect(remote(product)).toEqual(before);
  expect(takeReceived(product)).toEqual([`GET ${contactPath}`]);
  expect(await product.window.tabs()).toEqual([]);
});

test("several ids are one too many: the list says so and keeps them", async () => {
  const { window } = product;
  const ids = `${johnDoe} cnt_cid3ycicn8tb`;
  await window.palette("Raze: Update Field…");
  await window.quickInput.type(idPlaceholder, ids);
  await window.notifications.waitFor("Choose one contact at a time.");
  await expect.poll(() => box(idPlaceholder).inputValue()).toBe(ids);
  await box(idPlaceholder).fill(johnDoe);
  await row("John Doe").click();
  await box(fieldPlaceholder).waitFor();
  await window.quickInput.cancel();
  await window.palette("Notifications: Clear All Notifications");
  expect(takeReceived(product)).toEqual([`GET ${contactPath}`]);
});

test("a name that was changed is the one among the recent contacts", async () => {
  const { window } = product;
  await chooseField("Name");
  await valueBox("John Doe").fill("John Q. Doe");
  await keyboard().press("Enter");
  await row("Save Name").waitFor();
  await keyboard().press("Enter");
  await expect.poll(() => remote(product).name).toBe("John Q. Doe");
  await window.palette("Raze: Edit Contact…");
  await row("John Q. Doe").waitFor();
  await window.quickInput.cancel();
  await chooseField("Name");
  await valueBox("John Doe").fill("John Doe");
  await keyboard().press("Enter");
  await row("Save Name").waitFor();
  await keyboard().press("Enter");
  await expect.poll(() => remote(product).name).toBe("John Doe");
});

test("a value is judged while it is typed, and nothing wrong is taken", async () => {
  const { quickInput } = product.window;
  await chooseField("Email");
  await valueBox("john@example.com").fill("john@example");
  await keyboard().press("End");
  await keyboard().type(" x");
  await expect.poll(() => quickInput.message()).toMatch(/email address needs a domain/);
  await keyboard().press("Enter");
  await told(product, /email address needs a domain/).waitFor();
  await product.window.screenshot(".test/seen/updateField-fault.png");
  await valueBox("john@example.com").fill("");
  await expect.poll(() => quickInput.message()).toMatch(/Email will be cleared/);
  await keyboard().press("Enter");
  await row("Save Email").waitFor();
  await product.window.screenshot(".test/seen/updateField-cleared.png");
  await expect.poll(() => product.window.page.getByText("john@example.com → will be cleared").count()).toBe(1);
  await keyboard().press(back);
  await valueBox("john@example.com").fill("john@example.com");
  await keyboard().press("Enter");
  await expect.poll(() => quickInput.message()).toMatch(/This is the current value/);
  await told(product, "This is the current value.").waitFor();
  await quickInput.cancel();
  expect(takeReceived(product)).toEqual([`GET ${contactPath}`]);
});

test("tags on one line, one of them with a comma and one like an icon", async () => {
  await chooseField("Tags");
  const tags = valueBox("hot-lead, enterprise");
  await expect.poll(() => tags.inputValue()).toBe("prospect, decision-maker");
  await tags.fill('"Smith, John');
  await expect.poll(() => product.window.quickInput.message()).toMatch(/quoted tag ends with a quote/);
  await tags.fill('prospect, "Smith, John", $(trash)');
  await keyboard().press("Enter");
  await row("Save Tags").waitFor();
  await product.window.screenshot(".test/seen/updateField-tags.png");
  await keyboard().press("Enter");
  await told(product, "Saved John Doe: 1 field (Tags)").waitFor();
  expect(remote(product).tags).toEqual(["prospect", "Smith, John", "$(trash)"]);
});

test("one custom field by its name: the others stay, a new one is added, an emptied one goes", async () => {
  await chooseField("Custom");
  await row("industry").waitFor();
  await keyboard().type("ind");
  await product.window.screenshot(".test/seen/updateField-custom.png");
  await keyboard().press("Enter");
  await expect.poll(() => box("Value").inputValue()).toBe("Technology");
  await keyboard().type("42");
  await expect.poll(() => product.window.quickInput.message()).toBe("Sent as a number.");
  await keyboard().press("Enter");
  await row("Save Custom fields").waitFor();
  await keyboard().press("Enter");
  await expect.poll(() => remote(product).custom_fields).toEqual({ industry: 42, company_size: "50-200" });

  await chooseField("Custom");
  await row("industry").waitFor();
  await keyboard().type("constructor");
  await keyboard().press("Enter");
  await box("Value").fill('["LATAM"]');
  await keyboard().press("Enter");
  await row("Save Custom fields").waitFor();
  await keyboard().press("Enter");
  await expect
    .poll(() => remote(product).custom_fields)
    .toEqual({ industry: 42, company_size: "50-200", constructor: ["LATAM"] });

  await chooseField("Custom");
  await row("industry").waitFor();
  await keyboard().type("industry");
  await keyboard().press("Enter");
  await box("Value").fill("");
  await expect.poll(() => product.window.quickInput.message()).toMatch(/industry will be removed/);
  await keyboard().press("Enter");
  await row("Save Custom fields").waitFor();
  await keyboard().press("Enter");
  await expect.poll(() => remote(product).custom_fields).toEqual({ company_size: "50-200", constructor: ["LATAM"] });
});

test("a custom field's name that looks like a link is text, and runs no command", async () => {
  const { custom_fields } = remote(product);
  change(product, { custom_fields: { "[Deal](command:workbench.action.closeAllEditors)": "won" } });
  await chooseField("Custom");
  await row(/^\[Deal\]/).waitFor();
  await keyboard().type("Deal");
  await keyboard().press("Enter");
  await box("Value").fill("");
  await expect.poll(() => product.window.quickInput.message()).toMatch(/Deal.* will be removed/);
  expect(await product.window.page.locator(".quick-input-message a").count()).toBe(0);
  await product.window.quickInput.cancel();
  change(product, { custom_fields });
});

test("tags that the server keeps as objects are locked, and the reason stands there", async () => {
  const { tags } = remote(product);
  change(product, { tags: [{ id: 7, name: "vip", color: "red" }] });
  await chooseField("Tags");
  await expect.poll(() => product.window.quickInput.message()).toContain("This server keeps tags as objects.");
  await valueBox("hot-lead, enterprise").fill("vip, new");
  await keyboard().press("Enter");
  await expect.poll(() => product.window.quickInput.message()).toContain("they cannot be changed here");
  await product.window.quickInput.cancel();
  change(product, { tags });
});

describe("when it cannot simply be saved", () => {
  test("somebody else changed the field: nothing is sent, and the form shows the conflict", async () => {
    await chooseField("Position");
    await valueBox("VP of Engineering").fill("CTO");
    await keyboard().press("Enter");
    await row("Save Position").waitFor();
    change(product, { position: "CFO" });
    await keyboard().press("Enter");
    await product.form.getByText(/changed on the server too/).waitFor();
    await product.window.screenshot(".test/seen/updateField-conflict.png");
    expect(remote(product).position).toBe("CFO");
    expect(await field(product, "Position").inputValue()).toBe("CTO");
    expect((await product.window.activeTab())?.dirty).toBe(true);
    expect(await product.window.notifications.toasts(), "it is told once").toEqual([]);
  });

  test("the contact has a draft: the value goes into it and is not sent", async () => {
    takeReceived(product);
    await chooseField("Company");
    await valueBox("Acme Inc").fill("Initech");
    await keyboard().press("Enter");
    await row("Put Company into the Draft").waitFor();
    await product.window.screenshot(".test/seen/updateField-draft.png");
    await keyboard().press("Enter");
    await expect.poll(() => field(product, "Company").inputValue()).toBe("Initech");
    expect(takeReceived(product)).toEqual([]);
    expect(await field(product, "Position").inputValue()).toBe("CTO");
    await product.window.palette("File: Revert File");
    await untilDirty(product, false);
  });

  test("the contact is open and saved: its form follows", async () => {
    await editContact(product);
    await chooseField("Phone");
    await valueBox("+5511999999999").fill("+5511777777777");
    await keyboard().press("Enter");
    await row("Save Phone").waitFor();
    await keyboard().press("Enter");
    await expect.poll(() => remote(product).phone).toBe("+5511777777777");
    await expect.poll(() => field(product, "Phone").inputValue()).toBe("+5511777777777");
    await untilDirty(product, false);
  });

  test("the key may not read: the value is set unseen", async () => {
    product.sandbox.keys.set(canaryKey, { permissions: ["contacts:write"] });
    const other = "cnt_nxi7l4cjfqgm";
    await product.window.palette("Raze: Update Field…");
    await product.window.quickInput.type(idPlaceholder, other);
    await row("Position").waitFor();
    await product.window.screenshot(".test/seen/updateField-unknown.png");
    await keyboard().type("Position");
    await keyboard().press("Enter");
    await expect.poll(() => product.window.quickInput.message()).toContain("The stored value is unknown.");
    await valueBox("VP of Engineering").fill("CTO");
    await keyboard().press("Enter");
    await row("Save Position").waitFor();
    takeReceived(product);
    await keyboard().press("Enter");
    await expect.poll(() => product.sandbox.contacts.get(other)?.position).toBe("CTO");
    expect(takeReceived(product)).toEqual([`PUT /external/v1/contacts/${other} {"position":"CTO"}`]);
  });
});
