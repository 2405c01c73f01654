import * as v from "valibot";

const viewStateSchema = v.object({
  scroll: v.custom<number>(Number.isFinite),
  panel: v.optional(v.picklist(["compare", "json"])),
  /** The id of the element that had the focus. */
  focus: v.optional(v.string()),
});
/** How a person left the form: where, and what was open; never what they typed. */
export type ViewState = v.InferOutput<typeof viewStateSchema>;

/** Reads what VS Code kept for this form. */
export function parseViewState(value: unknown): ViewState {
  const parsed = v.safeParse(viewStateSchema, value);
  return parsed.success ? parsed.output : { scroll: 0 };
}
