import { afterAll, beforeAll, beforeEach } from "vitest";
import { keepPicture, openProduct, type Product } from "./product.ts";

/** The product for all tests of a file: opened before the first, closed after the last, pictured after each. */
export function useProduct(open: () => Promise<Product> = openProduct): Product {
  const product = {} as Product; // whole before the first test begins
  let opened: Product | undefined;
  beforeAll(async () => {
    opened = await open();
    Object.assign(product, opened);
  });
  afterAll(() => opened && product.close()); // a test may have put another window in its place
  beforeEach(({ task, onTestFinished }) => onTestFinished(() => keepPicture(product, task)));
  return product;
}
