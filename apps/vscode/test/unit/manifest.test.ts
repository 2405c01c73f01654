import { readFile } from "node:fs/promises";
import { contactUpdateJsonSchema } from "@raze-contacts/schema";
import { expect, test } from "vitest";

const manifest = JSON.parse(await readFile(new URL("../../package.json", import.meta.url), "utf8"));

test("the tool that drafts an update takes exactly the update of the contract", () => {
  const tools: { name: string; inputSchema: { properties: { update?: unknown } } }[] =
    manifest.contributes.languageModelTools;
  const { $schema: _, title: __, ...update } = contactUpdateJsonSchema;
  const tool = tools.find(({ name }) => name === "raze_draft_contact_update");
  // A manifest cannot import: after a change of the field table, put this schema there.
  expect(tool?.inputSchema.properties.update).toEqual(update);
});
