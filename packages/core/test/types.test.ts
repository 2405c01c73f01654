import type { Contact, ContactField, ContactUpdate, FieldError, FieldPath, JsonObject } from "@raze-contacts/schema";
import { expectTypeOf, test } from "vitest";
import {
  applyUpdate,
  type Conflict,
  type ContactsClient,
  type ContactsClientOptions,
  type ContactValues,
  createContactsClient,
  diffContact,
  mergeContacts,
  RazeError,
  type RazeErrorKind,
  type SaveResult,
  type saveContact,
  type UnappliedField,
} from "../src/index.ts";

// What is checked here is checked by the compiler; none of it runs against a server.

test("a client takes a key and little else", () => {
  expectTypeOf(createContactsClient).parameter(0).toEqualTypeOf<ContactsClientOptions>();
  expectTypeOf<{ apiKey: string }>().toExtend<ContactsClientOptions>();
  expectTypeOf<{ apiKey: () => Promise<string> }>().toExtend<ContactsClientOptions>();
  expectTypeOf<{ apiKey: string; timeoutMs: undefined; fetch: typeof fetch }>().toExtend<ContactsClientOptions>();
  expectTypeOf<{ baseUrl: string }>().not.toExtend<ContactsClientOptions>();
});

test("an update is the contract's, and its answer tells what came of it", () => {
  expectTypeOf<ContactsClient["update"]>().parameter(1).toEqualTypeOf<ContactUpdate>();
  expectTypeOf<{ nickname: string }>().not.toExtend<Parameters<ContactsClient["update"]>[1]>();
  expectTypeOf<{ email: null }>().not.toExtend<Parameters<ContactsClient["update"]>[1]>();
  type Result = Awaited<ReturnType<ContactsClient["update"]>>;
  expectTypeOf<Result["contact"]>().toEqualTypeOf<Contact>();
  expectTypeOf<Result["unapplied"]>().toEqualTypeOf<readonly UnappliedField[]>();
  expectTypeOf<Result["drift"]>().toEqualTypeOf<readonly string[]>();
  expectTypeOf<Result["attempts"]>().toBeNumber();
});

test("an unapplied field's values have the field's type", () => {
  type Tags = Extract<UnappliedField, { field: "tags" }>;
  expectTypeOf<Tags["sent"]>().toEqualTypeOf<string[]>();
  type CustomFields = Extract<UnappliedField, { field: "custom_fields" }>;
  expectTypeOf<CustomFields["sent"]>().toEqualTypeOf<JsonObject>();
  expectTypeOf<UnappliedField["field"]>().toEqualTypeOf<ContactField>();
});

test("an error's fields can be told apart without a cast", () => {
  expectTypeOf<RazeError["kind"]>().toEqualTypeOf<RazeErrorKind>();
  expectTypeOf<RazeError["outcome"]>().toEqualTypeOf<"not_applied" | "unknown">();
  expectTypeOf<RazeError["fieldErrors"]>().toEqualTypeOf<readonly FieldError[]>();
  expectTypeOf<RazeError["retryAt"]>().toEqualTypeOf<Date | undefined>();
  expectTypeOf(RazeError).constructorParameters.toExtend<[object]>();
});

test("contacts, updates and stored copies all are values to compare", () => {
  expectTypeOf<Contact>().toExtend<ContactValues>();
  expectTypeOf<ContactUpdate>().toExtend<ContactValues>();
  expectTypeOf<{ name: string; tags: readonly string[]; updated_at: string }>().toExtend<ContactValues>();
  expectTypeOf<{ tags: string }>().not.toExtend<ContactValues>();
  expectTypeOf(diffContact).returns.toEqualTypeOf<ContactUpdate>();
});

test("what is made of a contact is a contact", () => {
  expectTypeOf(applyUpdate({ id: "cnt_1" }, {})).toEqualTypeOf<Contact>();
  expectTypeOf(applyUpdate({ name: "J" }, {})).toEqualTypeOf<ContactValues>();
  const merge = mergeContacts(undefined, {}, { id: "cnt_1" });
  if (merge.kind === "merged") expectTypeOf(merge.contact).toEqualTypeOf<Contact>();
  else expectTypeOf(merge.conflicts).toEqualTypeOf<readonly Conflict[]>();
});

test("a save ends in one of four ways", () => {
  expectTypeOf<SaveResult["kind"]>().toEqualTypeOf<"saved" | "unchanged" | "conflict" | "tags_at_risk">();
  expectTypeOf<Extract<SaveResult, { kind: "saved" }>["sent"]>().toEqualTypeOf<ContactUpdate>();
  expectTypeOf<Extract<SaveResult, { kind: "unchanged" }>["contact"]>().toEqualTypeOf<Contact | undefined>();
  expectTypeOf<Extract<SaveResult, { kind: "conflict" }>["theirs"]>().toEqualTypeOf<Contact>();
  expectTypeOf<Conflict["path"]>().toEqualTypeOf<FieldPath>();
});

test("a save needs a base to be told, even if it is unknown", () => {
  type Options = Parameters<typeof saveContact>[2];
  expectTypeOf<{ base: undefined; edited: ContactUpdate }>().toExtend<Options>();
  expectTypeOf<{ base: Contact; edited: Contact }>().toExtend<Options>();
  expectTypeOf<{ edited: ContactUpdate }>().not.toExtend<Options>();
  expectTypeOf<Pick<ContactsClient, "get" | "update">>().toExtend<Parameters<typeof saveContact>[0]>();
});
