import { idPlaceholder, type Product } from "raze-contacts/test/browser/product.ts";
import { timeToPaint } from "./painted.ts";
import { inTurns, press } from "./window.ts";

const rounds = 60;

/** Milliseconds from the command's key to the list's input, ours and that of a bare `showQuickPick`. */
export function measureQuickPick(product: Product) {
  const { page } = product.window;
  const show = (key: "productPick" | "controlPick", placeholder: string) => async () => {
    const input = `.quick-input-widget .quick-input-box input[placeholder="${placeholder}"]`;
    const time = await timeToPaint(page, "keydown", [input], () => press(product, key));
    await product.window.quickInput.cancel();
    return time;
  };
  return inTurns(rounds, { product: show("productPick", idPlaceholder), control: show("controlPick", "Control") });
}
