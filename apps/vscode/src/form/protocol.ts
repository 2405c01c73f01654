/**
 * The whole conversation between the form in the webview and the extension host, parsed on both sides.
 *
 * The host owns the document. The webview sends what a person did and renders what it is told; it holds nothing
 * that is not in the document, save the text that is being typed until it is acknowledged.
 */
import { type ContactField, contactFieldNames } from "@raze-contacts/schema";
import * as z from "zod/mini";
import { contactActionNames } from "../contacts/contactActionNames.ts";
import { fieldValuesSchema } from "../contacts/fieldValues.ts";

const field = z.literal(contactFieldNames);
// zod's own numbers, enums, booleans and discriminated unions are not used: the webview carries every byte of this file.
const wholeNumber = z.custom<number>((value) => Number.isSafeInteger(value) && Number(value) >= 0);

/** What a button in the form asks of the host. */
const actionSchema = z.literal(contactActionNames);

const faultSchema = z.object({ path: z.array(z.union([z.string(), wholeNumber])), message: z.string() });
/** A fault at a place in the draft, in words. */
export type FieldFault = z.output<typeof faultSchema>;

const bannerSchema = z.object({
  tone: z.literal(["information", "warning", "error"]),
  text: z.string(),
  actions: z.array(z.object({ action: actionSchema, label: z.string() })),
  /** When it makes sense to try again, in milliseconds since 1970. */
  retryAt: z.exactOptional(wholeNumber),
});
/** The one notice above the fields, with its next steps as buttons. */
export type Banner = z.output<typeof bannerSchema>;

const sideSchema = z.literal(["mine", "theirs"]);
const pathSchema = z.array(z.string());
const conflictSchema = z.object({
  path: pathSchema,
  /** The three values in words; an absent one cannot be told. */
  base: z.exactOptional(z.string()),
  mine: z.string(),
  theirs: z.exactOptional(z.string()),
  chosen: z.exactOptional(sideSchema),
});
/** A place that was changed on both sides. */
export type FormConflict = z.output<typeof conflictSchema>;

const draftSchema = z.union([
  // `faults` are those of the document that typing in the form cannot cause (an unknown key, a wrong type).
  z.object({ kind: z.literal("values"), values: fieldValuesSchema, faults: z.array(faultSchema) }),
  z.object({ kind: z.literal("broken"), message: z.string() }),
]);
/** What the document holds: values, or text that is no JSON object. */
export type Draft = z.output<typeof draftSchema>;

/** The values as last read from the server; unknown when it refused to show them. */
const baseSchema = z.union([
  z.object({ kind: z.literal("known"), values: fieldValuesSchema }),
  z.object({ kind: z.literal("unknown") }),
]);

const stateSchema = z.object({
  kind: z.literal("state"),
  /** The highest edit sequence of this webview that the document already holds. */
  acknowledged: wholeNumber,
  contact: z.object({ id: z.string(), account: z.string() }),
  facts: z.object({
    source: z.exactOptional(z.string()),
    created_at: z.exactOptional(z.string()),
    updated_at: z.exactOptional(z.string()),
  }),
  draft: draftSchema,
  base: baseSchema,
  /** Exactly the body that a save would send now. */
  changes: fieldValuesSchema,
  /** What the server said of single fields when it refused the last save. */
  serverFaults: z.array(faultSchema),
  banner: z.exactOptional(bannerSchema),
  conflicts: z.array(conflictSchema),
  /** Why the tags cannot be changed here, if they cannot. */
  tagsLock: z.exactOptional(z.string()),
  saving: z.literal([true, false]),
});
export type FormState = z.output<typeof stateSchema>;

/** Host to webview. */
export const toWebviewSchema = z.union([
  stateSchema,
  /** Send every edit that is still being typed, then answer with `flushed`. */
  z.object({ kind: z.literal("flush"), request: wholeNumber }),
]);
export type ToWebview = z.output<typeof toWebviewSchema>;

const edited = <Field extends ContactField>(name: Field) =>
  z.object({
    kind: z.literal("edit"),
    sequence: wholeNumber,
    field: z.literal(name),
    value: fieldValuesSchema.shape[name].def.innerType,
  });

const editSchema = z.union([
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
export const fromWebviewSchema = z.union([
  z.object({ kind: z.literal("ready") }),
  editSchema,
  /** Back to the base's value, or out of the draft when the base is unknown. */
  z.object({ kind: z.literal("revert"), sequence: wholeNumber, field }),
  z.object({ kind: z.literal("flushed"), request: wholeNumber }),
  z.object({ kind: z.literal("action"), action: actionSchema }),
  /** Whose value of a conflict to keep. */
  z.object({ kind: z.literal("choose"), path: pathSchema, side: sideSchema }),
]);
export type FromWebview = z.output<typeof fromWebviewSchema>;
