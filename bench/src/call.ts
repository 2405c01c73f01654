import { exampleContact } from "@raze-contacts/schema";

/** The one call that everything is measured with: the update of the API's own page. */
export const id = exampleContact.id;
export const update = { position: "VP of Engineering", tags: ["hot-lead", "enterprise"] };
export const answer = JSON.stringify({ success: true, data: { ...exampleContact, ...update } });

/** A key that opens nothing. */
export const key = "gr_live_bench";
