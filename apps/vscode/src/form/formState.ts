import { diffContact } from "@raze-contacts/core";
import type { Account } from "../accounts/account.ts";
import { readContactText } from "../contacts/contactText.ts";
import type { ContactAddress } from "../contacts/contactUri.ts";
import type { KeptBase } from "../contacts/keptBases.ts";
import type { Notice } from "../contacts/notices.ts";
import { type Draft, type FormState, fieldValuesSchema } from "./protocol.ts";

/** All that a form shows, made from the document and what we know of the contact. */
export function formState(parts: {
  address: ContactAddress;
  account: Account | undefined;
  text: string;
  base: KeptBase | undefined;
  notice: Notice;
  acknowledged: number;
  saving: boolean;
}): FormState {
  const { address, account, base, notice } = parts;
  const read = readContactText(parts.text);
  const known = base?.kind === "known" ? base : undefined;
  const draft: Draft =
    read.kind === "broken"
      ? { kind: "broken", message: read.faults[0].message }
      : {
          kind: "values",
          values: read.values,
          faults: read.faults.map(({ path, message }) => ({ path: [...path], message })),
        };
  return {
    kind: "state",
    acknowledged: parts.acknowledged,
    contact: { id: address.id, account: account?.label ?? address.accountId },
    facts: known?.facts ?? {},
    draft,
    base: known ? { kind: "known", values: known.values } : { kind: "unknown" },
    changes: draft.kind === "values" ? fieldValuesSchema.parse(diffContact(known?.values, draft.values)) : {},
    serverFaults: [...(notice.serverFaults ?? [])],
    ...(notice.banner ? { banner: notice.banner } : {}),
    saving: parts.saving,
  };
}
