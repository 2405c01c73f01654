import * as words from "../words.ts";
import type { FieldView, TextFieldName } from "./fieldViews.ts";

/** What a changed text field held before. */
export function OldText({ view: { stored, isStoredKnown } }: { view: FieldView<TextFieldName> }) {
  if (!isStoredKnown) return <p class="old">{words.wasUnknown}</p>;
  if (!stored) return <p class="old">{words.wasEmpty}</p>;
  return (
    <p class="old" title={stored}>
      {words.was} <del dir="auto">{stored}</del>
    </p>
  );
}
