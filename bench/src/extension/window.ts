import { fileURLToPath } from "node:url";
import { editContact, openProduct, type Product, signIn } from "raze-contacts/test/browser/product.ts";
import { shuffled } from "../statistics.ts";

const control = fileURLToPath(new URL("../../control", import.meta.url));

/** The product in a VS Code, with the control extension beside it. */
export const openBoth = (): Promise<Product> => openProduct({}, { beside: [control] });

const keys = { controlPick: 1, productPick: 2, controlForm: 3, productForm: 4, read: 5, closeAll: 0 };
/** Presses a key of the control extension's, so that each thing begins the same way. */
export const press = ({ window }: Product, key: keyof typeof keys): Promise<void> =>
  window.page.keyboard.press(`Control+Alt+${keys[key]}`);

/** Closes all editors, and waits until their pages are gone. */
export async function closeAll(product: Product): Promise<void> {
  await press(product, "closeAll");
  await product.window.page.locator("iframe.webview").waitFor({ state: "detached" });
}

/** Signs in, and shows the control extension a contact. */
export async function prepare(product: Product): Promise<void> {
  await signIn(product);
  await editContact(product);
  await closeAll(product);
}

/** Takes two times in turns, in an order that chance decides, and leaves the first rounds out. */
export async function inTurns(
  rounds: number,
  measure: Readonly<Record<"product" | "control", () => Promise<number>>>,
): Promise<Record<"product" | "control", number[]>> {
  const warmUp = 5;
  const times: Record<"product" | "control", number[]> = { product: [], control: [] };
  for (let round = -warmUp; round < rounds; round += 1) {
    for (const which of shuffled(["product", "control"] as const)) {
      const time = await measure[which]();
      if (round >= 0) times[which].push(time);
    }
  }
  return times;
}
