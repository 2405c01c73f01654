import { diffContact } from "@raze-contacts/core";
import type { FieldValues } from "../document/fieldValues.ts";
import type { KeptBase } from "./keptBase.ts";

/** A text of a document with the base that goes with it; undefined: the base is lost. */
export type BasedText = { readonly text: string; readonly base: KeptBase | undefined };

/**
 * The steps in which a document took a text that was read, for undo and redo.
 *
 * Such a step is one that VS Code can undo. The old text comes back then, and its old values would look like edits
 * over the new base: so the old base has to come back with it.
 */
export class BaseHistory {
  #steps: { before: BasedText; after: BasedText }[] = [];
  #done = 0;

  /** The document took a text. */
  record(before: BasedText, after: BasedText): void {
    this.#steps = [...this.#steps.slice(0, this.#done), { before, after }];
    this.#done = this.#steps.length;
  }

  /** What the base has to be after undo or redo led from one text to another; nothing when it stays what it is. */
  move(from: string, to: string): BasedText | undefined {
    const last = this.#steps[this.#done - 1];
    if (last?.after.text === from && last.before.text === to) {
      this.#done -= 1;
      return last.before;
    }
    const next = this.#steps[this.#done];
    if (next?.before.text === from && next.after.text === to) {
      this.#done += 1;
      return next.after;
    }
    return undefined;
  }

  /**
   * A save moved some fields of the base: they moved in every earlier base that had the same values, because it was
   * our own save, and going back to an old text is then a change like any other.
   */
  moveFields(before: FieldValues, after: FieldValues): void {
    const moved = diffContact(before, after);
    const follow = ({ text, base }: BasedText): BasedText => {
      if (base?.kind !== "known") return { text, base };
      const others = diffContact(before, base.values);
      const same = Object.entries(moved).filter(([field]) => !(field in others));
      return { text, base: { ...base, values: { ...base.values, ...Object.fromEntries(same) } } };
    };
    this.#steps = this.#steps.map(({ before: old, after: taken }) => ({ before: follow(old), after: follow(taken) }));
  }
}
