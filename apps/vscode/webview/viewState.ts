import * as z from "zod/mini";

const viewStateSchema = z.object({
  scroll: z.custom<number>(Number.isFinite),
  panel: z.optional(z.literal(["compare", "json"])),
  /** The id of the element that had the focus. */
  focus: z.optional(z.string()),
});
/** How a person left the form: where, and what was open; never what they typed. */
export type ViewState = z.output<typeof viewStateSchema>;

/** Reads what VS Code kept for this form. */
export function parseViewState(value: unknown): ViewState {
  const parsed = viewStateSchema.safeParse(value);
  return parsed.success ? parsed.data : { scroll: 0 };
}
