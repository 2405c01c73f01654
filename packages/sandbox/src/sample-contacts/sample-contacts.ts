import type { Contact } from "@raze-contacts/schema";
import { americas } from "./americas.ts";
import { asiaAfricaOceania } from "./asia-africa-oceania.ts";
import { documented } from "./documented.ts";
import { europe } from "./europe.ts";
import { extreme } from "./extreme.ts";
import { sparse } from "./sparse.ts";

/**
 * The contacts of a new sandbox, the documented one first. The people are made up; addresses are on the domains
 * and numbers in the ranges that are kept for examples, or that no network can assign.
 */
export const sampleContacts: readonly Contact[] = [
  ...documented,
  ...americas,
  ...europe,
  ...asiaAfricaOceania,
  ...sparse,
  ...extreme,
];
