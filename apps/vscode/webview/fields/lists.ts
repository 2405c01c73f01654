/** Splits typed or pasted text into tags. */
export const splitTags = (text: string): string[] =>
  text
    .split(/[,;\n\r]/)
    .map((tag) => tag.trim())
    .filter((tag) => tag !== "");

/** Adds tags to a list and tells those that were in it already. */
export function addTags(list: readonly string[], added: readonly string[]) {
  const tags = new Set(list);
  const doubled: string[] = [];
  const fresh: string[] = [];
  for (const tag of added) {
    (tags.has(tag) ? doubled : fresh).push(tag);
    tags.add(tag);
  }
  return { tags: [...list, ...fresh], fresh, doubled };
}

/** An entry of a list as drafted, or the name of one that was removed from it. */
export type Shown<Item> = { item: Item; removed?: never } | { item?: never; removed: string };

/**
 * A drafted list together with the stored names that are no longer in it, each behind the name it followed: what is
 * removed stays where it was, so that nothing jumps and it can be put back.
 */
export function withRemoved<Item>(
  items: readonly Item[],
  nameOf: (item: Item) => string | undefined,
  stored: readonly string[],
): Shown<Item>[] {
  const drafted = new Set(items.map(nameOf));
  const behind = new Map<string | undefined, string[]>();
  let anchor: string | undefined;
  for (const name of new Set(stored)) {
    if (drafted.has(name)) anchor = name;
    else behind.set(anchor, [...(behind.get(anchor) ?? []), name]);
  }
  const removedBehind = (name: string | undefined): Shown<Item>[] => {
    const names = behind.get(name) ?? [];
    behind.delete(name);
    return names.map((removed) => ({ removed }));
  };
  return [
    ...removedBehind(undefined),
    ...items.flatMap((item) => {
      const name = nameOf(item);
      return [{ item }, ...(name === undefined ? [] : removedBehind(name))];
    }),
  ];
}
