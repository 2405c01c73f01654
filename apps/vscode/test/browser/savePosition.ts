import { expect } from "vitest";
import { field, type Product, untilDirty } from "./product.ts";

/** Changes the position from what the form in front must show first, and saves. */
export async function savePosition(product: Product, from: string, to: string): Promise<void> {
  await expect.poll(() => field(product, "Position").inputValue()).toBe(from);
  await field(product, "Position").fill(to);
  await untilDirty(product, true);
  await product.window.save();
  await untilDirty(product, false);
}
