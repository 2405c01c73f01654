import { type ContactField, contactFields, type FieldError, sentences } from "@raze-contacts/schema";
import { t } from "./translate.ts";

/** A field's name as a person reads it. */
export const fieldLabel = (field: ContactField): string => t(contactFields[field].label);

/** What is wrong with a field; a server's own words stay as they are. */
export const faultSentence = ({ source, code, params, message }: FieldError): string =>
  source === "server" && message !== sentences.server_refused ? message : t(sentences[code], params);
