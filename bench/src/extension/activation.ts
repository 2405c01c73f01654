import type { Product } from "raze-contacts/test/browser/product.ts";

const rounds = 15;

/** Milliseconds in a new extension host each, as the control extension takes them. */
export type Activations = Readonly<Record<"activate" | "control", number[]>>;

/** Activates the product again and again, in a window that is loaded anew. */
export async function measureActivation({ window }: Product): Promise<Activations> {
  const shown = window.page.locator("[id='bench.control.times']");
  const times: Activations = { activate: [], control: [] };
  for (let round = 0; round < rounds; round += 1) {
    await window.reload();
    const { activate, control } = JSON.parse((await shown.textContent()) ?? "");
    times.activate.push(Number(activate));
    times.control.push(Number(control));
  }
  return times;
}
