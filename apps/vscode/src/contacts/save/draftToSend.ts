import { diffContact } from "@raze-contacts/core";
import { isContactField } from "@raze-contacts/schema";
import { t } from "../../words/translate.ts";
import type { KeptBase } from "../base/keptBase.ts";
import { readContactText, type TextFault } from "../document/contactText.ts";
import type { FieldValues } from "../document/fieldValues.ts";
import { listFields } from "../notices/saveMessages.ts";

/**
 * The draft's values, when nothing of what would be sent is wrong.
 *
 * @throws Error with one sentence that names the field or the line
 */
export function draftToSend(text: string, base: KeptBase | undefined): FieldValues {
  const refuse = ({ message, span, path: [field] }: TextFault) => {
    const line = t("Line {0}", text.slice(0, span.offset).split("\n").length);
    const place = isContactField(field) ? listFields([field]) : line;
    return new Error(t("{0}: {1} Nothing was sent.", place, message));
  };
  const read = readContactText(text);
  if (read.kind === "broken") throw refuse(read.faults[0]);
  const changes = diffContact(base?.kind === "known" ? base.values : undefined, read.values);
  // What the server itself holds may break our rules: it is not sent, so it keeps nobody from saving the rest.
  const blocking = read.faults.find(({ path: [field] }) => {
    const isUntouched = isContactField(field) && field in read.values && (base === undefined || !(field in changes));
    return !isUntouched;
  });
  if (blocking !== undefined) throw refuse(blocking);
  return read.values;
}

/** Whether a draft says what it started from, as far as it can be read. Nobody knows that of a base that is lost. */
export function changesNothing(text: string, base: KeptBase | undefined): boolean {
  const read = readContactText(text);
  if (base === undefined || read.kind === "broken") return false;
  return Object.keys(diffContact(base.kind === "known" ? base.values : undefined, read.values)).length === 0;
}
