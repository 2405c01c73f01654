import { allPermissions } from "@raze-contacts/sandbox";
import { expect, test } from "vitest";
import {
  canaryKey,
  change,
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
  const opened = await openProduct();
  await signIn(opened);
  // What a server holds may break our rules; it is nobody's change.
  change(opened, { linkedin_url: "linkedin.com/in/johndoe" });
  return opened;
});

test("a conflict is chosen field by field, and only what is mine is sent", async () => {
  const { form, window } = product;
  await editContact(product);
  expect(await form.locator(".fault").allTextContents()).toEqual([]);
  await field(product, "Position").fill("CTO");
  await field(product, "Phone").fill("+5511777777777");
  await untilDirty(product, true);
  change(product, { position: "CFO", phone: "+5511888888888" });
  takeReceived(product);
  await window.save();
  const position = form.getByRole("region", { name: "Position: changed on both sides" });
  await expect.poll(() => position.locator("dd").allTextContents()).toEqual(["CEO", "CTO", "CFO"]);
  await window.screenshot(".test/seen/conflictChoice/conflict.png");
  expect(await window.notifications.toasts()).toEqual([]);
  expect(takeReceived(product)).toEqual([`GET ${contactPath}`]);

  await position.getByRole("button", { name: "Take theirs" }).press("Enter");
  await expect.poll(() => field(product, "Position").inputValue()).toBe("CFO");
  const phone = form.getByRole("region", { name: "Phone: changed on both sides" });
  await phone.getByRole("button", { name: "Keep mine" }).press("Enter");
  await form.getByText("Your choices are made. Save to send them.").waitFor();
  expect(takeReceived(product), "choosing sends nothing").toEqual([]);

  await window.save();
  await untilDirty(product, false);
  expect(takeReceived(product)).toEqual([`GET ${contactPath}`, `PUT ${contactPath} {"phone":"+5511777777777"}`]);
  expect(remote(product)).toMatchObject({ position: "CFO", phone: "+5511777777777" });
  expect(await position.count()).toBe(0);
});

test("a choice holds only while the server has what was seen", async () => {
  const { form, window } = product;
  await field(product, "Company").fill("Initech");
  await untilDirty(product, true);
  change(product, { company: "Hooli" });
  await window.save();
  const company = form.getByRole("region", { name: "Company: changed on both sides" });
  await company.getByRole("button", { name: "Keep mine" }).click();
  await form.getByText("Your choices are made. Save to send them.").waitFor();
  change(product, { company: "Globex" });
  takeReceived(product);
  await window.save();
  await expect.poll(() => company.locator("dd").last().textContent()).toBe("Globex");
  expect(takeReceived(product)).toEqual([`GET ${contactPath}`]);
  await company.getByRole("button", { name: "Keep mine" }).click();
  await form.getByRole("button", { name: "Save", exact: true }).first().click();
  await untilDirty(product, false);
  expect(remote(product).company).toBe("Initech");
});

test("what is typed after the question is mine, and each side comes back in its place", async () => {
  const { form, window } = product;
  const industry = form.getByLabel("Value of industry", { exact: true });
  await industry.fill("Retail");
  await untilDirty(product, true);
  change(product, { custom_fields: { ...remote(product).custom_fields, industry: "Energy" } });
  await window.save();
  const choice = form.getByRole("region", { name: "Custom fields: industry: changed on both sides" });
  await choice.waitFor();
  await industry.fill("Retail trade");
  await expect.poll(() => choice.locator("dd").nth(1).textContent()).toBe("Retail trade");
  await choice.getByRole("button", { name: "Take theirs" }).press("Enter");
  await expect.poll(() => industry.inputValue()).toBe("Energy");
  expect(await form.getByLabel("Name of custom field 1", { exact: true }).inputValue()).toBe("industry");
  await choice.getByRole("button", { name: "Keep mine" }).press("Enter");
  await expect.poll(() => industry.inputValue()).toBe("Retail trade");
  await form.getByText("Your choices are made. Save to send them.").waitFor();
  await window.save();
  await untilDirty(product, false);
  expect(remote(product).custom_fields).toMatchObject({ industry: "Retail trade" });
});

test("a draft that is given up takes its questions with it", async () => {
  const { form, window } = product;
  await field(product, "Position").fill("Chair");
  await untilDirty(product, true);
  change(product, { position: "Founder" });
  await window.save();
  const position = form.getByRole("region", { name: "Position: changed on both sides" });
  await position.waitFor();
  await form.getByRole("button", { name: "Revert all" }).click();
  await form.getByText("No changes").first().waitFor();
  await expect.poll(() => position.count()).toBe(0);
  await expect.poll(() => form.getByText(/changed on the server too/).count()).toBe(0);
  await untilDirty(product, false);
});

test("an undo takes a choice back, and with the last edit the question; redo asks again", async () => {
  const { form, window } = product;
  await field(product, "Position").fill("Chair");
  await untilDirty(product, true);
  change(product, { position: "Partner" });
  await window.save();
  const position = form.getByRole("region", { name: "Position: changed on both sides" });
  const theirs = position.getByRole("button", { name: "Take theirs" });
  await theirs.press("Enter");
  await form.getByText("Your choices are made. Save to send them.").waitFor();
  await expect.poll(() => field(product, "Position").inputValue()).toBe("Partner");

  await field(product, "Position").press("ControlOrMeta+z");
  await expect.poll(() => field(product, "Position").inputValue()).toBe("Chair");
  await form.getByText(/Position: changed on the server too/).waitFor();
  expect(await theirs.getAttribute("aria-pressed")).toBe("false");

  await field(product, "Position").press("ControlOrMeta+z");
  await form.getByText("No changes").first().waitFor();
  await expect.poll(() => position.count()).toBe(0);
  expect(await form.locator(".banner").count()).toBe(0);

  await field(product, "Position").press("ControlOrMeta+y");
  await form.getByText(/Position: changed on the server too/).waitFor();
  await position.waitFor();
  await form.getByRole("button", { name: "Revert all" }).click();
  await untilDirty(product, false);
});

test("Later puts off what a save said, not what was chosen", async () => {
  const { form, window, sandbox } = product;
  await field(product, "Position").fill("Chair");
  await untilDirty(product, true);
  await window.save();
  const mine = form.getByRole("button", { name: "Keep mine" });
  await mine.click();
  await form.getByText("Your choices are made. Save to send them.").waitFor();
  sandbox.keys.set(canaryKey, { permissions: ["contacts:write"] });
  await window.save();
  await form.getByText(/could not be read first/).waitFor();
  await form.getByRole("button", { name: "Later" }).click();
  await expect.poll(() => form.getByText(/could not be read first/).count()).toBe(0);
  expect(await mine.getAttribute("aria-pressed")).toBe("true");
  sandbox.keys.set(canaryKey, { permissions: allPermissions });
  await window.save();
  await untilDirty(product, false);
  expect(remote(product).position).toBe("Chair");
});

test("a contact that can no longer be read is saved unchecked only when the person says so", async () => {
  const { form, window, sandbox } = product;
  await field(product, "Position").fill("Owner");
  await untilDirty(product, true);
  sandbox.keys.set(canaryKey, { permissions: ["contacts:write"] });
  takeReceived(product);
  await window.save();
  await form.getByText(/could not be read first/).waitFor();
  await window.screenshot(".test/seen/conflictChoice/unread.png");
  expect(takeReceived(product)).toEqual([`GET ${contactPath}`]);
  await form.getByRole("button", { name: "Later" }).click();
  await expect.poll(() => form.getByText(/could not be read first/).count()).toBe(0);
  expect((await window.activeTab())?.dirty).toBe(true);
  await window.save();
  await form.getByRole("button", { name: "Save Unchecked" }).click();
  await untilDirty(product, false);
  expect(takeReceived(product)).toEqual([`GET ${contactPath}`, `PUT ${contactPath} {"position":"Owner"}`]);
  expect(remote(product).position).toBe("Owner");
});
