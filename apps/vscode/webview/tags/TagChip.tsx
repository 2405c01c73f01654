import { Icon } from "../Icon.tsx";
import * as words from "../words.ts";

type TagChipProps = {
  tag: string;
  mark: "kept" | "added" | "removed";
  isTabStop: boolean;
  onFocus: () => void;
  onPress: () => void;
};

/** A tag with the button that takes it out of the list, or puts it back. */
export function TagChip({ tag, mark, isTabStop, onFocus, onPress }: TagChipProps) {
  const isRemoved = mark === "removed";
  return (
    <li class={`chip ${mark}`} title={tag}>
      {mark === "added" && <Icon name="add" />}
      {mark !== "kept" && <span class="visually-hidden">{mark === "added" ? words.tagAdded : words.tagRemoved}: </span>}
      {isRemoved ? <del dir="auto">{tag}</del> : <span dir="auto">{tag}</span>}
      <button
        type="button"
        tabIndex={isTabStop ? 0 : -1}
        title={isRemoved ? words.putBack(tag) : words.removeTag(tag)}
        onFocus={onFocus}
        onClick={onPress}
      >
        <Icon name={isRemoved ? "putBack" : "remove"} />
      </button>
    </li>
  );
}
