import { expect, test } from "vitest";
import { rowText } from "../../src/contacts/changes/changeLines.ts";
import { withoutIcons } from "../../src/words/markup.ts";

test("text for a list shows as it is: an icon's name is no icon, and anything else gets no backslash", () => {
  for (const inRow of [withoutIcons, rowText]) {
    expect(inRow("$(add) and $(sync~spin)")).toBe("\\$(add) and \\$(sync~spin)");
    expect(inRow("Pays $(100 a month) or $()")).toBe("Pays $(100 a month) or $()");
  }
});
