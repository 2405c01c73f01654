import { type Contact, exampleContact } from "@raze-contacts/schema";

/** The contact of the vendor's documentation. */
export const documented: readonly Contact[] = [{ ...exampleContact, tags: [...exampleContact.tags] }];
