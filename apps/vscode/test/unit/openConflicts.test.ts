import { expect, test } from "vitest";
import { openOver } from "../../src/contacts/notices/openConflicts.ts";

test("a custom field that is called like what objects inherit is not there when it was removed", () => {
  const path = ["custom_fields", "constructor"];
  const [conflict] = openOver({ custom_fields: {} }, [{ path, base: "a", mine: undefined, theirs: "b" }]);
  expect(conflict).toEqual({ path, base: "a", mine: undefined, theirs: "b" });
});
