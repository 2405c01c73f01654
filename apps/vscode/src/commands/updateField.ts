import { type ContactField, type ContactUpdate, contactFieldNames, contactFields } from "@raze-contacts/schema";
import * as vscode from "vscode";
import { withKey } from "../accounts/signIn.ts";
import type { KeptBases } from "../contacts/base/keptBases.ts";
import { type ChangeRooms, changeContact } from "../contacts/changeContact.ts";
import { changeLines, rowText, shortened, valueLine } from "../contacts/changes/changeLines.ts";
import { type ContactAddress, contactUri } from "../contacts/document/contactUri.ts";
import type { OpeningRooms } from "../contacts/openContact.ts";
import { type SeenContact, seeContact } from "../contacts/seenContact.ts";
import { tellInStatusBar } from "../tellInStatusBar.ts";
import { fieldLabel } from "../words/contractWords.ts";
import { t } from "../words/translate.ts";
import { chooseAccount } from "./chooseAccount.ts";
import { askForUpdate } from "./fieldValueSteps.ts";
import { type Answer, askThen, InputSteps } from "./inputSteps.ts";
import { pickContacts } from "./pickContacts.ts";

type UpdateRooms = OpeningRooms & ChangeRooms & { readonly bases: KeptBases };

/** Raze: Update Field… – contact, field, new value, review: without a mouse and without the form. */
export async function updateField(rooms: UpdateRooms, given: ContactAddress | undefined): Promise<void> {
  if (given !== undefined) {
    await updateFieldOf(rooms, given, { canGoBack: false });
    return;
  }
  const account = rooms.accounts.current ?? (await chooseAccount(rooms.accounts));
  if (account === undefined) return;
  const title = t("Update Field · {0}", account.label);
  let typed = "";
  const pick = async (): Promise<Answer<ContactAddress>> => {
    for (;;) {
      const picked = await pickContacts(rooms, account, title, typed);
      if (picked === undefined) return { kind: "cancelled" };
      typed = picked.typed;
      const [id, another] = picked.kind === "open" ? picked.ids : [picked.id];
      if (id !== undefined && another === undefined) return { kind: "given", value: { accountId: account.id, id } };
      void vscode.window.showErrorMessage(t("Choose one contact at a time."));
    }
  };
  await askThen(pick, (address) => updateFieldOf(rooms, address, { canGoBack: true }));
}

type Steps = { readonly canGoBack: boolean };

/** The steps begin anew when the contact could be read only with another key: nothing was typed by then. */
async function updateFieldOf(rooms: UpdateRooms, address: ContactAddress, how: Steps): Promise<Answer<undefined>> {
  const answer = await withKey(rooms.accounts, address.accountId, () => askAndSend(rooms, address, how));
  return answer ?? { kind: "cancelled" };
}

async function askAndSend(
  rooms: UpdateRooms,
  address: ContactAddress,
  { canGoBack }: Steps,
): Promise<Answer<undefined>> {
  const steps = new InputSteps();
  try {
    const reading = seeContact(rooms, address);
    const pickField = () =>
      steps.pick({
        title: t("Update Field · {0}", address.id),
        step: 2,
        totalSteps: 4,
        placeholder: t("Which field?"),
        canGoBack,
        items: reading.then(fieldItems),
        take: ({ field }) => field,
      });
    const answer = await askThen(pickField, async (field) => {
      const seen = await reading;
      return askThen(
        () => askForUpdate(steps, field, seen),
        (update) => review(steps, seen, field, update),
      );
    });
    if (answer.kind !== "given") return answer;
    steps.dispose();
    await send(rooms, await reading, answer.value);
    return { kind: "given", value: undefined };
  } finally {
    steps.dispose();
  }
}

const fieldItems = ({ values }: SeenContact) =>
  contactFieldNames.map((field) => ({
    label: fieldLabel(field),
    description: rowText(valueLine(field, values[field])),
    field,
  }));

async function review(
  steps: InputSteps,
  { name, values, hasDraft }: SeenContact,
  field: ContactField,
  update: ContactUpdate,
) {
  const { input } = contactFields[field];
  const label = fieldLabel(field);
  const json = JSON.stringify(update);
  const details = changeLines(values, update).map(({ before, after }) => `${shortened(before)} → ${after}`);
  const accept = {
    label: hasDraft ? t("Put {0} into the Draft", label) : t("Save {0}", label),
    iconPath: new vscode.ThemeIcon(hasDraft ? "edit" : "save"),
    detail: rowText(details.join(", ")),
  };
  const copy = {
    label: rowText(json),
    detail: hasDraft ? t("As JSON. Enter copies it.") : t("What is sent, exactly. Enter copies it."),
  };
  const total = input === "custom_fields" ? 5 : 4;
  for (;;) {
    const answer = await steps.pick({
      title: `${name} · ${label}`,
      step: total,
      totalSteps: total,
      placeholder: hasDraft
        ? t("{0} has an unsaved draft: this goes into it, and nothing is sent until you save it.", name)
        : t("Enter saves, Esc leaves everything as it was."),
      items: [accept, copy],
      take: (item) => item,
    });
    if (answer.kind !== "given") return answer;
    if (answer.value === accept) return { kind: "given" as const, value: update };
    await vscode.env.clipboard.writeText(json);
    tellInStatusBar(t("Copied the JSON."));
  }
}

async function send(rooms: UpdateRooms, seen: SeenContact, update: ContactUpdate): Promise<void> {
  const { address, name, values, base, hasDraft } = seen;
  await vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title: t("Saving {0}", name) }, () =>
    changeContact(rooms, contactUri(address), { base, shown: values, update, hasDraft }),
  );
  const after = rooms.bases.get(contactUri(address));
  const { name: recentName = "", company = "" } = after?.kind === "known" ? after.values : values;
  await rooms.recents.add({
    accountId: address.accountId,
    id: address.id,
    name: recentName,
    company,
    openedAt: Date.now(),
  });
}
