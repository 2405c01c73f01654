import { fileURLToPath } from "node:url";
import { editContact, openProduct, type Product, signIn } from "raze-contacts/test/browser/product.ts";
import { shuffled } from "../statistics.ts";

const control = fileURLToPath(new URL("../../control", import.meta.url));

/** The product in a VS Code, with the control extension beside it. */
export const openBoth = (): Promise<Product> => openProduct({}, { beside: [control] });

const keys = { controlPick: 1, productPick: 2, controlForm: 3, productForm: 4, read: 5, scriptedForm: 6, closeAll: 0 };
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

/** Takes times in turns, in an order that chance decides, and leaves the first rounds out. */
export async function inTurns<Name extends string>(
  rounds: number,
  measure: Readonly<Record<Name, () => Promise<number>>>,
): Promise<Record<Name, number[]>> {
  const warmUp = 5;
  // Object.keys only knows that the names are text.
  const names = Object.keys(measure) as Name[];
  // Each of the names is there.
  const times = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<Name, number[]>;
  for (let round = -warmUp; round < rounds; round += 1) {
    for (const name of shuffled(names)) {
      const time = await measure[name]();
      if (round >= 0) times[name].push(time);
    }
  }
  return times;
}
