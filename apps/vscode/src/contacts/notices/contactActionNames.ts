/** What a button beside a notice can do to its contact. */
export const contactActionNames = [
  "save",
  "save_unchecked",
  "dismiss",
  "reload",
  "revert_all",
  "compare",
  "sign_in",
  "open_as_text",
  "open_form",
  "copy_id",
] as const;
export type ContactAction = (typeof contactActionNames)[number];
