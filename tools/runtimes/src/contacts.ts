/** The contact that stands for all that go well: the documented example's. */
export const ordinaryId = "cnt_abc123def456";

/** A contact for each thing that can go wrong: to ask for one is to let it happen. */
export const faultyIds = [
  "cnt_limited_once",
  "cnt_refused",
  "cnt_stalled_until_abort",
  "cnt_stalled_until_deadline",
  "cnt_moved",
  "cnt_reset",
  "cnt_key_in_message",
  "cnt_key_in_code",
  "cnt_key_in_field",
  "cnt_key_in_page",
] as const;

export type FaultyId = (typeof faultyIds)[number];

/** Where `cnt_moved` is said to be; nobody may ask for it. */
export const movedTo = "cnt_moved_here";
