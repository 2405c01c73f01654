import type { TagObject } from "@raze-contacts/schema";

/** The tags of a server that keeps them as objects, by name. Each gets its id when it is first seen. */
export type TagCatalogue = {
  readonly objectFor: (name: string) => TagObject;
  readonly nameOf: (id: string) => string | undefined;
};

const colors = ["#ef4444", "#22c55e", "#3b82f6"];

/** An empty catalogue. */
export function createTagCatalogue(): TagCatalogue {
  const byName = new Map<string, TagObject & { id: string }>();
  return {
    objectFor: (name) => {
      const number = byName.size + 1;
      const tag = byName.get(name) ?? { id: `tag_${number}`, name, color: colors[number % colors.length] };
      byName.set(name, tag);
      return tag;
    },
    nameOf: (id) => [...byName.values()].find((tag) => tag.id === id)?.name,
  };
}
