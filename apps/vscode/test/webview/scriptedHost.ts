import type { ContactField } from "@raze-contacts/schema";
import type { FormState, FromWebview, ToWebview } from "../../src/form/protocol.ts";
import type { FieldValues } from "../../webview/fieldViews.ts";

/** Parts of a state that a test sets; the rest is a plain contact without changes. */
export type Setting = Partial<Omit<FormState, "kind" | "acknowledged" | "changes" | "draft">> & {
  draft?: FieldValues | undefined;
  broken?: boolean;
  faults?: FormState["serverFaults"];
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

/**
 * Stands in for the extension host: keeps the document, acknowledges edits, and answers with states. A test can make
 * it hold its answers back.
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
    const { broken = false, faults = [], draft: _, ...rest } = this.#setting;
    return {
      kind: "state",
      acknowledged: this.acknowledged,
      contact: { id: "cnt_abc123def456", account: "Sandbox" },
      facts: { source: "linkedin", created_at: "2024-01-15T10:30:00Z", updated_at: "2024-01-20T14:00:00Z" },
      base: { kind: "unknown" },
      serverFaults: [],
      conflicts: [],
      saving: false,
      ...rest,
      draft: broken
        ? { kind: "broken", message: "This is not valid JSON." }
        : { kind: "values", values: this.draft, faults },
      changes: Object.fromEntries(
        Object.entries(this.draft).filter(([field, value]) => !isAlike(value, Reflect.get(this.#base ?? {}, field))),
      ),
    };
  }

  #without(field: ContactField): FieldValues {
    const { [field]: _, ...rest } = this.draft;
    const stored = this.#base?.[field];
    return stored === undefined ? rest : { ...rest, [field]: stored };
  }
}

const isAlike = (one: unknown, other: unknown): boolean =>
  other !== undefined && JSON.stringify(one) === JSON.stringify(other);
