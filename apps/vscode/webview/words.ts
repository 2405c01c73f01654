/** Every sentence of the form that is not in the contract's own tables. */
import { t } from "../src/words/translate.ts";

type Counts = { added: number; changed?: number; removed: number; kept: number };

const moved = ({ added, changed = 0, removed, kept }: Counts): string =>
  [
    added > 0 && t("{0} added", added),
    changed > 0 && t("{0} changed", changed),
    removed > 0 && t("{0} removed", removed),
    kept > 0 && t("{0} kept", kept),
  ]
    .filter(Boolean)
    .join(", ");

export const loading = t("Loading the contact…");
export const broken = t("The form cannot show this contact's text. The text is kept as it is.");
export const editAsJson = t("Edit as JSON");
export const unnamed = t("Unnamed contact");
export const copyId = t("Copy ID");
export const changed = t("changed");

export const unknown = t("Unknown – type to set");
export const willBeCleared = t("Will be cleared");
export const was = t("was");
export const wasEmpty = t("was empty");
export const wasUnknown = t("The stored value is unknown.");
export const revert = t("Revert");
export const revertField = (label: string) => t("Revert {0}", label);

export const addTag = t("Add a tag");
export const tagList = (label: string) => t("{0} in the draft", label);
export const tagAdded = t("added");
export const tagRemoved = t("removed");
export const removeTag = (tag: string) => t("Remove {0}", tag);
export const putBack = (name: string) => t("Put back {0}", name);
export const tagsAddedNow = (tags: readonly string[]) => t("Added {0}.", tags.join(", "));
export const tagRemovedNow = (tag: string) => t("Removed {0}.", tag);
export const putBackNow = (name: string) => t("Put back {0}.", name);
export const tagsAlreadyThere = (tags: readonly string[]) =>
  tags.length === 1 ? t("The tag {0} is already there.", tags.join(", ")) : t("Already there: {0}.", tags.join(", "));
export const wholeList = (counts: Counts) =>
  moved(counts) === ""
    ? t("Saving replaces the whole list.")
    : t("Saving replaces the whole list: {0}.", moved(counts));
export const replacesUnknownList = t("What you enter replaces every tag that is stored on the server.");

export const addCustomField = t("Add a field");
export const customFieldName = (position: number) => t("Name of custom field {0}", position);
export const customFieldType = (name: string) => t("Type of {0}", name);
export const customFieldValue = (name: string) => t("Value of {0}", name);
export const removeCustomField = (name: string) => t("Remove {0}", name);
export const customFieldAdded = t("new");
export const customFieldRemovedNow = (name: string) => t("Removed {0}.", name);
export const thisField = t("this field");
export const namePlaceholder = t("Name");
export const valuePlaceholder = t("Value");
export const rowTypes = { text: t("Text"), number: t("Number"), yes_no: t("Yes / no"), json: "JSON" } as const;
export const yes = t("Yes");
export const no = t("No");
export const rowNameBlank = t("Give this field a name.");
export const rowNameTaken = (name: string) => t("There is already a field called {0}.", name);
export const rowNumber = t("This is not a number. Write it like 12.5.");
export const rowJson = t("This is not valid JSON.");
export const allCustomFields = (counts: Counts) =>
  moved(counts) === ""
    ? t("Saving sends all custom fields.")
    : t("Saving sends all custom fields: {0}.", moved(counts));
export const replacesUnknownFields = t("What you enter replaces every custom field that is stored on the server.");

export const source = t("Source");
export const created = t("Created");
export const updated = t("Updated");
export const tones = { information: t("Information"), warning: t("Warning"), error: t("Error") } as const;

export const tryAgainIn = (left: string) => t("You can try again in {0}.", left);
export const tryAgainNow = t("You can try again now.");

export const draft = t("Changes");
export const nothingChanged = t("No changes");
export const changes = (names: readonly string[]) =>
  names.length === 1 ? t("1 change: {0}", names.join(", ")) : t("{0} changes: {1}", names.length, names.join(", "));
export const cleared = (label: string) => t("{0} (cleared)", label);
export const compare = t("Before / after");
export const json = "JSON";
export const revertAll = t("Revert all");
export const save = t("Save");
export const saving = t("Saving…");
export const notSaved = (label: string) => t("Not saved: look at {0}.", label);
export const field = t("Field");
export const before = t("Before");
export const after = t("After");
export const unknownValue = t("unknown");
export const emptyValue = t("empty");
export const notThere = t("not there");
export const removedValue = t("will be removed");
export const nothingToSend = t("Nothing would be sent.");

export const conflict = (label: string) => t("{0}: changed on both sides", label);
export const started = t("Before");
export const mine = t("Mine");
export const theirs = t("On the server");
export const keepMine = t("Keep mine");
export const takeTheirs = t("Take theirs");
