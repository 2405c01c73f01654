import { type ContactField, contactIdSchema } from "@raze-contacts/schema";
import type { KeptBase, KnownBase } from "../../src/contacts/base/keptBase.ts";
import type { FieldValues } from "../../src/contacts/document/fieldValues.ts";
import type { Notice } from "../../src/contacts/notices/notices.ts";
import { formState } from "../../src/form/formState.ts";
import type { FormState, FromWebview, ToWebview } from "../../src/form/protocol.ts";

/** What a test sets of a contact; the rest is a plain contact without changes. */
export type Setting = Notice & {
  /** What the server holds, as far as it is known. */
  base?: { kind: "known"; values: FieldValues } | { kind: "unknown" };
  facts?: KnownBase["facts"];
  hasTagObjects?: boolean;
  draft?: FieldValues | undefined;
  /** The document's text, where it is not just the draft's values. */
  text?: string | undefined;
  saving?: boolean;
};

export const john: FieldValues = {
  name: "John Doe",
  email: "john@example.com",
  phone: "+5511999999999",
  company: "Acme Inc",
  position: "CEO",
  linkedin_url: "https://linkedin.com/in/johndoe",
  tags: ["prospect", "decision-maker"],
  custom_fields: { industry: "Technology", company_size: "50-200" },
};

const address = { accountId: "Sandbox", id: contactIdSchema.parse("cnt_abc123def456") };
const johnsFacts = { source: "linkedin", created_at: "2024-01-15T10:30:00Z", updated_at: "2024-01-20T14:00:00Z" };

/**
 * Stands in for the extension host: keeps the document, acknowledges edits, and answers with the states that the
 * extension would make of it. A test can make it hold its answers back.
 */
export class ScriptedHost {
  readonly received: FromWebview[] = [];
  draft: FieldValues;
  isHolding = false;
  acknowledged = 0;
  #setting: Setting;
  readonly #send: (message: ToWebview) => Promise<void>;

  constructor(send: (message: ToWebview) => Promise<void>, setting: Setting) {
    this.#send = send;
    this.#setting = { base: { kind: "known", values: john }, ...setting };
    this.draft = setting.draft ?? this.#base ?? {};
  }

  get #base(): FieldValues | undefined {
    return this.#setting.base?.kind === "known" ? this.#setting.base.values : undefined;
  }

  /** Takes a message of the form, as the extension host would. */
  async receive(message: FromWebview): Promise<void> {
    this.received.push(message);
    if (message.kind === "ready") this.acknowledged = 0;
    if (message.kind === "edit") this.draft = { ...this.draft, [message.field]: message.value };
    if (message.kind === "revert") this.draft = this.#without(message.field);
    if (message.kind === "action" && message.action === "revert_all") this.draft = this.#base ?? {};
    if (message.kind === "edit" || message.kind === "revert") this.acknowledged = message.sequence;
    if (message.kind !== "flushed" && !this.isHolding) await this.sendState();
  }

  /** Changes the document or what is known beside it, and tells the form. */
  async set(setting: Setting): Promise<void> {
    this.#setting = { ...this.#setting, ...setting };
    if (setting.draft) this.draft = setting.draft;
    await this.sendState();
  }

  flush(request: number): Promise<void> {
    return this.#send({ kind: "flush", request });
  }

  sendState(): Promise<void> {
    return this.#send(this.state());
  }

  state(): FormState {
    const { text = JSON.stringify(this.draft), saving = false, ...notice } = this.#setting;
    return formState({
      address,
      account: undefined,
      text,
      base: this.#keptBase(),
      notice,
      acknowledged: this.acknowledged,
      saving,
    });
  }

  #keptBase(): KeptBase {
    const { facts = johnsFacts, hasTagObjects = false } = this.#setting;
    const values = this.#base;
    return values
      ? { kind: "known", values, facts, hasTagObjects, isReadable: true }
      : { kind: "unknown", reason: "This key may not read contacts.", isForbidden: true };
  }

  #without(field: ContactField): FieldValues {
    const { [field]: _, ...rest } = this.draft;
    const stored = this.#base?.[field];
    return stored === undefined ? rest : { ...rest, [field]: stored };
  }
}
