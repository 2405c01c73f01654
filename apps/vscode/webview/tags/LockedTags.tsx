import { FieldRow } from "../fields/FieldRow.tsx";
import type { FieldView, TagsFieldName } from "../fields/fieldViews.ts";
import { controlId } from "../focus.ts";

type LockedTagsProps = {
  field: TagsFieldName;
  view: FieldView<TagsFieldName>;
  reason: string;
  onRevert: () => void;
};

/** Tags that can be read and not changed, with the reason. */
export function LockedTags({ field, view, reason, onRevert }: LockedTagsProps) {
  return (
    <FieldRow field={field} isChanged={view.isChanged} errors={[]} note={<p>{reason}</p>} onRevert={onRevert} isGroup>
      <ul class="chips locked" aria-labelledby={`${controlId(field)}-label`}>
        {(view.shown ?? []).map((tag) => (
          <li key={tag} class="chip" title={tag}>
            <span dir="auto">{tag}</span>
          </li>
        ))}
      </ul>
    </FieldRow>
  );
}
