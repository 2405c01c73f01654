import type { Product } from "raze-contacts/test/browser/product.ts";
import { timeToPaint } from "./painted.ts";
import { closeAll, inTurns, press } from "./window.ts";

const rounds = 100; // of 30, two medians in a row differ by more than what is looked for

/**
 * Milliseconds from the key that opens a contact to its fields, and in another custom editor to one line of HTML, or to
 * one that a script of its own file writes.
 */
export function measureFormOpening(product: Product) {
  const open = (key: "productForm" | "controlForm" | "scriptedForm", element: string) => async () => {
    const place = ["iframe.webview.ready", "iframe#active-frame", element];
    const time = await timeToPaint(product.window.page, "keydown", place, () => press(product, key));
    await closeAll(product);
    return time;
  };
  return inTurns(rounds, {
    product: open("productForm", "#field-name"),
    control: open("controlForm", "#bare"),
    scripted: open("scriptedForm", "#bare"),
  });
}

/** The same for documents that VS Code has read already: what is left is the form. */
export async function measureForm(product: Product) {
  const read = product.sandbox.received.length;
  await press(product, "read");
  while (product.sandbox.received.length === read) await product.window.page.waitForTimeout(50);
  return await measureFormOpening(product);
}
