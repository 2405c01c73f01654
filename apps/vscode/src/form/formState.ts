import { diffContact } from "@raze-contacts/core";
import type { Account } from "../accounts/account.ts";
import type { KeptBase } from "../contacts/base/keptBase.ts";
import { readContactText, unshownFaults } from "../contacts/document/contactText.ts";
import type { ContactAddress } from "../contacts/document/contactUri.ts";
import type { Banner, Notice } from "../contacts/notices/notices.ts";
import { type OpenConflict, openOver } from "../contacts/notices/openConflicts.ts";
import {
  conflictsBanner,
  lostBaseBanner,
  readOnlyBanner,
  tagsLockedSentence,
  unreadableBanner,
  unwatchedBanner,
  valueInWords,
} from "../contacts/notices/saveMessages.ts";
import type { Draft, FormConflict, FormState } from "./protocol.ts";

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
      : { kind: "values", values: read.values, faults: unshownFaults(read).map(sendable) };
  // The values of a draft have their fields' types, and so has what is left of them.
  const changes = draft.kind === "values" ? (diffContact(known?.values, draft.values) as FormState["changes"]) : {};
  const conflicts = draft.kind === "values" ? openOver(draft.values, notice.conflicts ?? []) : [];
  const told = notice.tellsConflicts ? conflictsBanner(conflicts, base !== undefined) : notice.banner;
  const banner = told ?? standingBanner(base, account);
  return {
    kind: "state",
    acknowledged: parts.acknowledged,
    contact: { id: address.id, account: account?.label ?? address.accountId },
    facts: known?.facts ?? {},
    draft,
    base: known ? { kind: "known", values: known.values } : { kind: "unknown" },
    changes,
    conflicts: conflicts.map(tellConflict),
    ...(known?.hasTagObjects ? { tagsLock: tagsLockedSentence() } : {}),
    serverFaults: (notice.serverFaults ?? []).map(sendable),
    ...(banner ? { banner: { ...banner, actions: [...banner.actions] } } : {}),
    saving: parts.saving,
  };
}

function tellConflict({ path, base, mine, theirs, chosen }: OpenConflict): FormConflict {
  // Of a key, undefined is "not there"; of a field it is what cannot be told.
  const tell = (value: unknown): string | undefined =>
    value === undefined && path.length === 1 ? undefined : valueInWords(value);
  const [before, other] = [tell(base), tell(theirs)];
  return {
    path: path.map(String),
    ...(before === undefined ? {} : { base: before }),
    mine: valueInWords(mine),
    ...(other === undefined ? {} : { theirs: other }),
    ...(chosen === undefined ? {} : { chosen }),
  };
}

const sendable = ({ path, message }: { path: readonly (string | number)[]; message: string }) => ({
  path: [...path],
  message,
});

/** What stands above the fields as long as the base is what it is. */
function standingBanner(base: KeptBase | undefined, account: Account | undefined): Banner | undefined {
  if (account?.kind === "server" && account.isReadOnly) return readOnlyBanner(account.label);
  if (base === undefined) return lostBaseBanner();
  if (base.kind === "unknown") return unreadableBanner(base.reason);
  return base.isReadable ? undefined : unwatchedBanner();
}
