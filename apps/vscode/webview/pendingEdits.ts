import type { ContactField } from "@raze-contacts/schema";
import type { FromWebview } from "../src/form/protocol.ts";
import type { FieldValues } from "./fields/fieldViews.ts";

/** A field and its new value, whole. */
export type NewValue = { [Field in ContactField]: { field: Field; value: Required<FieldValues>[Field] } }[ContactField];

const typingInterval = 300;

/**
 * What a person did and the document does not hold yet.
 *
 * Typing is sent at the first key and then at most every 300 ms, so that the document is never far behind and an
 * undo step is a burst of keys, not a letter. As long as an edit of a field is unacknowledged, what the host says of
 * that field is older than what the person sees.
 */
export class PendingEdits {
  readonly #post: (message: FromWebview) => void;
  readonly #waiting = new Map<ContactField, NewValue>();
  readonly #timers = new Map<ContactField, ReturnType<typeof setTimeout>>();
  readonly #unacknowledged = new Map<ContactField, { sequence: number; sent?: NewValue }>();
  readonly #flushListeners = new Set<() => void>();
  readonly #revertListeners = new Map<ContactField, () => void>();
  #settled: (() => void)[] = [];
  #sequence = 0;

  constructor(post: (message: FromWebview) => void) {
    this.#post = post;
  }

  /** Takes a value that is being typed. */
  type(edit: NewValue): void {
    if (this.#timers.has(edit.field)) this.#waiting.set(edit.field, edit);
    else {
      this.#send(edit);
      this.#rest(edit.field);
    }
  }

  /** Sends a value at once. */
  commit(edit: NewValue): void {
    this.#wake(edit.field);
    this.#send(edit);
  }

  /** Sends what was typed into a field and still waits. */
  commitTyped(field: ContactField): void {
    this.#wake(field);
    const edit = this.#waiting.get(field);
    if (edit) this.#send(edit);
  }

  /** Takes a field back. What was typed is sent before, so that undo can bring it back. */
  revert(field: ContactField): void {
    this.commitTyped(field);
    this.#sequence += 1;
    this.#unacknowledged.set(field, { sequence: this.#sequence });
    this.#post({ kind: "revert", sequence: this.#sequence, field });
    this.#revertListeners.get(field)?.();
  }

  /** Tells the fields that all of them are being reverted by the host. */
  dropLocal(): void {
    for (const listener of this.#revertListeners.values()) listener();
  }

  /** Sends everything that still waits, after asking the fields for what they hold back. */
  flush(): void {
    for (const listener of this.#flushListeners) listener();
    this.sendTyped();
  }

  /** Sends what was typed and still waits. */
  sendTyped(): void {
    for (const field of this.#waiting.keys()) this.commitTyped(field);
  }

  /** Takes the highest sequence that the document holds. */
  acknowledge(sequence: number): void {
    // A host that outlives this page may know higher numbers than a new page starts with.
    this.#sequence = Math.max(this.#sequence, sequence);
    for (const [field, edit] of this.#unacknowledged) {
      if (edit.sequence <= sequence) this.#unacknowledged.delete(field);
    }
    if (this.isSettled()) for (const resolve of this.#settled.splice(0)) resolve();
  }

  /** True while what the host says of a field is older than what the person did. */
  isPending(field: ContactField): boolean {
    return this.#waiting.has(field) || this.#unacknowledged.has(field);
  }

  /** True when the document holds everything. */
  isSettled(): boolean {
    return this.#waiting.size === 0 && this.#unacknowledged.size === 0;
  }

  /** Resolves when the document holds everything. */
  whenSettled(): Promise<void> {
    return this.isSettled() ? Promise.resolve() : new Promise((resolve) => this.#settled.push(resolve));
  }

  /** The newest value of a field that the document may not hold yet. */
  latest<Field extends ContactField>(field: Field): FieldValues[Field] | undefined {
    const edit = this.#waiting.get(field) ?? this.#unacknowledged.get(field)?.sent;
    // The maps hold an edit under its own field's name only.
    return edit?.value as FieldValues[Field] | undefined;
  }

  /** Calls back before a flush, for a field that holds back what is typed; returns the way out. */
  onFlush(listener: () => void): () => void {
    this.#flushListeners.add(listener);
    return () => this.#flushListeners.delete(listener);
  }

  /** Calls back when a field is reverted, for what it holds back; returns the way out. */
  onRevert(field: ContactField, listener: () => void): () => void {
    this.#revertListeners.set(field, listener);
    return () => this.#revertListeners.delete(field);
  }

  #send(edit: NewValue): void {
    this.#waiting.delete(edit.field);
    this.#sequence += 1;
    this.#unacknowledged.set(edit.field, { sequence: this.#sequence, sent: edit });
    this.#post({ kind: "edit", sequence: this.#sequence, ...edit });
  }

  #rest(field: ContactField): void {
    const wake = () => {
      this.#timers.delete(field);
      const edit = this.#waiting.get(field);
      if (edit) this.type(edit);
    };
    this.#timers.set(field, setTimeout(wake, typingInterval));
  }

  #wake(field: ContactField): void {
    clearTimeout(this.#timers.get(field));
    this.#timers.delete(field);
  }
}
