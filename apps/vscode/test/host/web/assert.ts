import { assert } from "chai";

/** Stands in for `node:assert/strict` where there is no Node, as far as the host tests use it. */
export default {
  ...assert,
  equal: (found: unknown, wanted: unknown, why?: string): void => assert.strictEqual(found, wanted, why),
  rejects: (call: Promise<unknown> | (() => Promise<unknown>), reason: RegExp): Promise<void> =>
    (typeof call === "function" ? call() : call).then(
      () => assert.fail("It did not reject."),
      (error: unknown) => assert.match(String(error), reason),
    ),
};
