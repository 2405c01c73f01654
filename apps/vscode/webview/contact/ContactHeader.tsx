import type { FormState } from "../../src/form/protocol.ts";
import type { Controls } from "../controls.ts";
import * as words from "../words.ts";

/** Who is being edited. The name is the stored one: a heading does not follow each key. */
export function ContactHeader({ state, controls }: { state: FormState; controls: Controls }) {
  const { id, account } = state.contact;
  const drafted = state.draft.kind === "values" ? state.draft.values.name : undefined;
  const name = state.base.kind === "known" ? state.base.values.name : drafted;
  return (
    <header class="contact">
      <h1 dir="auto" tabIndex={-1}>
        {name?.trim() ? name : words.unnamed}
      </h1>
      <span class="identity">
        <code>{id}</code>
        <button type="button" class="link" onClick={() => controls.act("copy_id")}>
          {words.copyId}
        </button>
      </span>
      <span class="account" dir="auto">
        {account}
      </span>
    </header>
  );
}
