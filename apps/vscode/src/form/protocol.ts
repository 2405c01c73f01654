/**
 * The whole conversation between the form in the webview and the extension host, parsed on both sides.
 *
 * The host owns the document. The webview sends what a person did and renders what it is told; it holds nothing
 * that is not in the document, save the text that is being typed until it is acknowledged.
 */
import { type ContactField, contactFieldNames } from "@raze-contacts/schema";
import * as v from "valibot";
import { fieldValuesSchema } from "../contacts/document/fieldValues.ts";
import { contactActionNames } from "../contacts/notices/contactActionNames.ts";

const field = v.picklist(contactFieldNames);
const wholeNumber = v.custom<number>((value) => Number.isSafeInteger(value) && Number(value) >= 0);

/** What a button in the form asks of the host. */
const actionSchema = v.picklist(contactActionNames);

const faultSchema = v.object({ path: v.array(v.union([v.string(), wholeNumber])), message: v.string() });
/** A fault at a place in the draft, in words. */
export type FieldFault = v.InferOutput<typeof faultSchema>;

const bannerSchema = v.object({
  tone: v.picklist(["information", "warning", "error"]),
  text: v.string(),
  actions: v.array(v.object({ action: actionSchema, label: v.string() })),
  /** When it makes sense to try again, in milliseconds since 1970. */
  retryAt: v.exactOptional(wholeNumber),
});
/** The one notice above the fields, with its next steps as buttons. */
export type Banner = v.InferOutput<typeof bannerSchema>;

const sideSchema = v.picklist(["mine", "theirs"]);
const pathSchema = v.array(v.string());
const conflictSchema = v.object({
  path: pathSchema,
  /** The three values in words; an absent one cannot be told. */
  base: v.exactOptional(v.string()),
  mine: v.string(),
  theirs: v.exactOptional(v.string()),
  chosen: v.exactOptional(sideSchema),
});
/** A place that was changed on both sides. */
export type FormConflict = v.InferOutput<typeof conflictSchema>;

const draftSchema = v.union([
  // `faults` are those of the document that typing in the form cannot cause (an unknown key, a wrong type).
  v.object({ kind: v.literal("values"), values: fieldValuesSchema, faults: v.array(faultSchema) }),
  v.object({ kind: v.literal("broken"), message: v.string() }),
]);
/** What the document holds: values, or text that is no JSON object. */
export type Draft = v.InferOutput<typeof draftSchema>;

/** The values as last read from the server; unknown when it refused to show them. */
const baseSchema = v.union([
  v.object({ kind: v.literal("known"), values: fieldValuesSchema }),
  v.object({ kind: v.literal("unknown") }),
]);

const stateSchema = v.object({
  kind: v.literal("state"),
  /** The highest edit sequence of this webview that the document already holds. */
  acknowledged: wholeNumber,
  contact: v.object({ id: v.string(), account: v.string() }),
  facts: v.object({
    source: v.exactOptional(v.string()),
    created_at: v.exactOptional(v.string()),
    updated_at: v.exactOptional(v.string()),
  }),
  draft: draftSchema,
  base: baseSchema,
  /** Exactly the body that a save would send now. */
  changes: fieldValuesSchema,
  /** What the server said of single fields when it refused the last save. */
  serverFaults: v.array(faultSchema),
  banner: v.exactOptional(bannerSchema),
  conflicts: v.array(conflictSchema),
  /** Why the tags cannot be changed here, if they cannot. */
  tagsLock: v.exactOptional(v.string()),
  saving: v.boolean(),
});
export type FormState = v.InferOutput<typeof stateSchema>;

/** Host to webview. */
export const toWebviewSchema = v.union([
  stateSchema,
  /** Send every edit that is still being typed, then answer with `flushed`. */
  v.object({ kind: v.literal("flush"), request: wholeNumber }),
]);
export type ToWebview = v.InferOutput<typeof toWebviewSchema>;

const edited = <Field extends ContactField>(name: Field) =>
  v.object({
    kind: v.literal("edit"),
    sequence: wholeNumber,
    field: v.literal(name),
    value: fieldValuesSchema.entries[name].wrapped,
  });

const editSchema = v.union([
  edited("name"),
  edited("email"),
  edited("phone"),
  edited("company"),
  edited("position"),
  edited("linkedin_url"),
  edited("tags"),
  edited("custom_fields"),
]);

/** Webview to host. */
export const fromWebviewSchema = v.union([
  /** `isShown`: what the page came with is on the screen; it asks only for what is new since. */
  v.object({ kind: v.literal("ready"), isShown: v.boolean() }),
  editSchema,
  /** Back to the base's value, or out of the draft when the base is unknown. */
  v.object({ kind: v.literal("revert"), sequence: wholeNumber, field }),
  /** `held`: what stands in this field is not valid yet, and so in no draft. */
  v.object({ kind: v.literal("flushed"), request: wholeNumber, held: v.exactOptional(field) }),
  v.object({ kind: v.literal("action"), action: actionSchema }),
  /** Whose value of a conflict to keep. */
  v.object({ kind: v.literal("choose"), path: pathSchema, side: sideSchema }),
]);
export type FromWebview = v.InferOutput<typeof fromWebviewSchema>;
