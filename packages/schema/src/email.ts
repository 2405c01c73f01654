import type { MessageCode } from "./messages.ts";

const local = /^(?:[^\s\p{Cc}"<>(),;]+|"[^\p{Cc}"]+")$/u;
// All but spaces, ASCII punctuation and the invisible; the two joiners belong to the spelling of some scripts.
const label = /^(?:[^\s\p{Cc}\p{Cf}!-,./:-@[-^`{-~]|[\u200c\u200d])+$/u;
const isLabel = (part: string): boolean => label.test(part) && !part.startsWith("-") && !part.endsWith("-");
const addressLiteral = /^\[[^\s[\]]+\]$/;

/**
 * Why a text is no e-mail address, or nothing.
 *
 * International names and domains pass; a client stricter than its API would be a defect, so only what no mail
 * server of the internet could take is refused. zod's own patterns know ASCII alone and cost 3 kB.
 */
export function emailFault(text: string): MessageCode | undefined {
  const at = text.lastIndexOf("@");
  if (at === -1) return "email_at";
  const name = text.slice(0, at);
  const domain = text.slice(at + 1);
  if (name.includes("@") && !name.startsWith('"')) return "email_at";
  if (!local.test(name)) return "email_local";
  if (addressLiteral.test(domain)) return undefined;
  const labels = domain.split(".");
  return labels.length > 1 && labels.every(isLabel) ? undefined : "email_domain";
}
