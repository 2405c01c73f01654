import { useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { fieldLabel } from "../../src/words/contractWords.ts";
import type { Controls } from "../controls.ts";
import { describedBy, FieldRow } from "../fields/FieldRow.tsx";
import { judge } from "../fields/fieldFaults.ts";
import type { FieldView, TagsFieldName } from "../fields/fieldViews.ts";
import { addTags, splitTags, withRemoved } from "../fields/lists.ts";
import { useRefresh } from "../fields/useRefresh.ts";
import { controlId, useListHandover } from "../focus.ts";
import * as words from "../words.ts";
import { TagChip } from "./TagChip.tsx";
import { TagInput } from "./TagInput.tsx";
import { useRovingFocus } from "./useRovingFocus.ts";

type TagsFieldProps = {
  field: TagsFieldName;
  view: FieldView<TagsFieldName>;
  faults: readonly string[];
  controls: Controls;
  onEdit: () => void;
  onRevert: () => void;
};

/** A field that holds a list of tags. */
export function TagsField({ field, view, faults, controls: { edits, announce }, onEdit, onRevert }: TagsFieldProps) {
  const refresh = useRefresh();
  const [refusal, setRefusal] = useState("");
  const input = useRef<HTMLInputElement>(null);
  const drafted = edits.latest(field) ?? view.shown ?? [];
  const isTouched = view.isChanged || edits.isPending(field);
  const stored = new Set(view.stored);
  const shown = withRemoved(drafted, (tag) => tag, isTouched ? [...stored] : []);
  const chips = useRovingFocus(shown.length, input);
  useListHandover(chips.list, field);
  const hasAdded = useRef(false);
  useLayoutEffect(() => {
    if (hasAdded.current) chips.list.current?.lastElementChild?.scrollIntoView({ block: "nearest" });
    hasAdded.current = false;
  });

  const set = (tags: string[]) => {
    edits.commit({ field, value: tags });
    onEdit();
    refresh();
  };
  const add = (text: string) => {
    const { tags, fresh, doubled } = addTags(edits.latest(field) ?? view.shown ?? [], splitTags(text));
    setRefusal(doubled.length > 0 ? words.tagsAlreadyThere(doubled) : "");
    if (fresh.length === 0) return;
    hasAdded.current = true;
    set(tags);
    announce(words.tagsAddedNow(fresh));
  };
  const removeAt = (position: number) => {
    const tag = shown[position]?.item;
    if (tag === undefined) return;
    set(shown.flatMap(({ item }, index) => (item === undefined || index === position ? [] : [item])));
    setRefusal("");
    announce(words.tagRemovedNow(tag));
  };
  const putBackAt = (position: number) => {
    const tag = shown[position]?.removed;
    if (tag === undefined) return;
    set(
      shown.flatMap(({ item, removed }, index) => (index === position ? [tag] : removed === undefined ? [item] : [])),
    );
    announce(words.putBackNow(tag));
    chips.focusSoon(position);
  };
  const press = (position: number) => {
    const tag = shown[position]?.item;
    if (tag === undefined) return putBackAt(position);
    removeAt(position);
    // A stored tag stays where it was, to be put back; one that was only added is gone, and the next takes its place.
    const stays = view.isStoredKnown && stored.has(tag) && drafted.indexOf(tag) === drafted.lastIndexOf(tag);
    chips.focusSoon(stays || position < shown.length - 1 ? position : undefined);
  };

  const verdict = isTouched ? judge(field, drafted).faults : [];
  const errors = [...(refusal ? [refusal] : []), ...verdict, ...faults];
  const added = drafted.filter((tag) => !stored.has(tag)).length;
  const removed = shown.filter((entry) => entry.removed !== undefined).length;
  const label = fieldLabel(field);
  // A key that changes no tag draws none: 500 of them take longer than all else of it.
  const list = useMemo(() => {
    const times = new Map<string, number>();
    return shown.map(({ item, removed: gone = "" }, index) => {
      const tag = item ?? gone;
      times.set(tag, (times.get(tag) ?? 0) + 1);
      return (
        <TagChip
          key={`${tag} ${times.get(tag)}`}
          tag={tag}
          mark={item === undefined ? "removed" : view.isStoredKnown && !stored.has(item) ? "added" : "kept"}
          isTabStop={index === chips.tabStop}
          onFocus={() => chips.setTabStop(index)}
          onPress={() => press(index)}
        />
      );
    });
  }, [drafted, view.stored, view.isStoredKnown, isTouched, chips.tabStop]);
  return (
    <FieldRow
      field={field}
      isChanged={view.isChanged}
      errors={errors}
      note={
        view.isStoredKnown ? (
          view.isChanged && <p>{words.wholeList({ added, removed, kept: drafted.length - added })}</p>
        ) : (
          <p>{words.replacesUnknownList}</p>
        )
      }
      onRevert={onRevert}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be the flex box that this is */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard comes to the input itself */}
      <div
        class="tags"
        role="group"
        aria-labelledby={`${controlId(field)}-label`}
        onClick={({ target }) => {
          // It looks like one input, and is one wherever there is no tag.
          if (target instanceof Element && !target.closest(".chip")) input.current?.focus();
        }}
      >
        <ul class="chips" aria-label={words.tagList(label)} onKeyDown={chips.onKeyDown} ref={chips.list}>
          {list}
        </ul>
        <TagInput
          id={controlId(field)}
          describedBy={describedBy(field)}
          isInvalid={errors.length > 0}
          elementRef={input}
          edits={edits}
          onTags={add}
          onTyping={() => setRefusal("")}
          onBackToTags={chips.focusLast}
          onRemoveLast={() => removeAt(shown.findLastIndex(({ item }) => item !== undefined))}
        />
      </div>
    </FieldRow>
  );
}
