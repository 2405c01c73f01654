import { readFileSync } from "node:fs";
import served from "@raze-contacts/schema/openapi.json" with { type: "json" };
import { expect, expectTypeOf, test } from "vitest";
import source from "../src/openapi.ts";
import { document } from "./support/document.ts";

test("what the build writes is what the export serves, and nothing of it is lost as JSON", () => {
  const file = readFileSync(new URL("../dist/openapi.json", import.meta.url), "utf8");
  expect(import.meta.resolve("@raze-contacts/schema/openapi.json")).toBe(
    new URL("../dist/openapi.json", import.meta.url).href,
  );
  expect(JSON.parse(file)).toEqual(served);
  expect(served).toEqual(document);
  expect(document).toEqual(source);
});

test("the export is typed without having been built", () => {
  expectTypeOf(served).toEqualTypeOf(source);
  expectTypeOf(served.openapi).toEqualTypeOf<"3.1.0">();
  expectTypeOf<keyof typeof served.paths>().toEqualTypeOf<"/contacts" | "/contacts/{id}">();
  expectTypeOf<keyof (typeof served.paths)["/contacts/{id}"]>().toEqualTypeOf<"parameters" | "get" | "put">();
  expectTypeOf(served.paths["/contacts/{id}"].put.operationId).toEqualTypeOf<"updateContact">();
});
