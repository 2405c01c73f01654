import { expect, test } from "vitest";
import { useProduct } from "./useProduct.ts";

const product = useProduct();

test("the walkthrough waits until somebody asks for it", async () => {
  const { window } = product;
  await window.page.locator(".monaco-workbench").waitFor();
  expect(await window.tabs()).toEqual([]);

  await window.palette("Raze: Get Started");
  const page = window.page.locator(".gettingStartedContainer");
  await page.getByRole("heading", { name: "Change GetRaze Contacts", level: 2 }).waitFor();
  const steps = page.locator(".getting-started-step");
  await expect.poll(() => steps.count()).toBe(5);
});

test("each step shows a picture that is there, and its button does what it says", async () => {
  const { window } = product;
  const page = window.page.locator(".gettingStartedContainer");
  await window.palette("View: Toggle Primary Side Bar Visibility"); // a narrow page leaves the pictures out
  const titles = await page.locator(".getting-started-step .step-title").allInnerTexts();
  for (const title of titles) {
    const step = page.locator(".getting-started-step", { hasText: title });
    await step.click();
    const picture = page.locator(".getting-started-media img");
    const width = () => picture.evaluate((image) => Reflect.get(image, "naturalWidth"));
    await picture.waitFor();
    await expect.poll(width, { message: title }).toBeGreaterThan(100);
    expect(await picture.getAttribute("alt"), title).not.toBe("");
  }
  await window.screenshot(".test/seen/walkthrough.png");
  await page.locator(".getting-started-step", { hasText: "Try it on sample contacts" }).click();
  await page.getByRole("button", { name: "Try the Sandbox" }).click();
  await window.quickInput.row("Ana Beatriz Nascimento").waitFor();
  await window.screenshot(".test/seen/walkthrough-sandbox.png");
});
