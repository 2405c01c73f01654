/**
 * Every sentence of the form that is not in the contract's own tables: the one place for English, and for whoever
 * translates.
 */
const plural = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

const moved = (counts: { added: number; changed?: number; removed: number; kept: number }) =>
  Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([how, count]) => `${count} ${how}`)
    .join(", ");

export const loading = "Loading the contact…";
export const broken = "The form cannot show this contact's text. The text is kept as it is.";
export const editAsJson = "Edit as JSON";
export const unnamed = "Unnamed contact";
export const copyId = "Copy id";
export const changed = "changed";

export const unknown = "Unknown – type to set";
export const willBeCleared = "Will be cleared";
export const was = "was";
export const wasEmpty = "was empty";
export const wasUnknown = "The stored value is unknown.";
export const revert = "Revert";
export const revertField = (label: string) => `Revert ${label}`;

export const addTag = "Add a tag";
export const tagList = (label: string) => `${label} in the draft`;
export const tagAdded = "added";
export const tagRemoved = "removed";
export const removeTag = (tag: string) => `Remove ${tag}`;
export const putBack = (name: string) => `Put back ${name}`;
export const tagsAddedNow = (tags: readonly string[]) => `Added ${tags.join(", ")}.`;
export const tagRemovedNow = (tag: string) => `Removed ${tag}.`;
export const putBackNow = (name: string) => `Put back ${name}.`;
export const tagsAlreadyThere = (tags: readonly string[]) =>
  tags.length === 1 ? `The tag ${tags[0]} is already there.` : `Already there: ${tags.join(", ")}.`;
export const wholeList = (counts: { added: number; removed: number; kept: number }) =>
  moved(counts) === "" ? "Saving replaces the whole list." : `Saving replaces the whole list: ${moved(counts)}.`;
export const replacesUnknownList = "What you enter replaces every tag that is stored on the server.";

export const addCustomField = "Add a field";
export const customFieldName = (position: number) => `Name of custom field ${position}`;
export const customFieldType = (name: string) => `Type of ${name}`;
export const customFieldValue = (name: string) => `Value of ${name}`;
export const removeCustomField = (name: string) => `Remove ${name}`;
export const customFieldRemovedNow = (name: string) => `Removed ${name}.`;
export const thisField = "this field";
export const namePlaceholder = "Name";
export const valuePlaceholder = "Value";
export const rowTypes = { text: "Text", number: "Number", yes_no: "Yes / no", json: "JSON" } as const;
export const yes = "Yes";
export const no = "No";
export const rowNameBlank = "Give this field a name.";
export const rowNameTaken = (name: string) => `There is already a field called ${name}.`;
export const rowNumber = "This is not a number. Write it like 12.5.";
export const rowNumberInexact = "This number is too long to be kept exactly. Use text.";
export const rowJson = "This is not valid JSON.";
export const allCustomFields = (counts: { added: number; changed: number; removed: number; kept: number }) =>
  moved(counts) === "" ? "Saving sends all custom fields." : `Saving sends all custom fields: ${moved(counts)}.`;
export const replacesUnknownFields = "What you enter replaces every custom field that is stored on the server.";

export const source = "Source";
export const created = "Created";
export const updated = "Updated";
export const tones = { information: "Information", warning: "Warning", error: "Error" } as const;

export const draft = "Changes";
export const nothingChanged = "No changes";
export const changes = (names: readonly string[]) =>
  `${plural(names.length, "change", "changes")}: ${names.join(", ")}`;
export const cleared = (label: string) => `${label} (cleared)`;
export const compare = "Before / after";
export const json = "JSON";
export const revertAll = "Revert all";
export const save = "Save";
export const saving = "Saving…";
export const notSaved = (label: string) => `Not saved: look at ${label}.`;
export const field = "Field";
export const before = "Before";
export const after = "After";
export const unknownValue = "unknown";
export const emptyValue = "empty";
export const notThere = "none";
export const removedValue = "removed";
export const nothingToSend = "Nothing would be sent.";

export const conflict = (label: string) => `${label}: changed on both sides`;
export const started = "Before";
export const mine = "Mine";
export const theirs = "On the server";
export const keepMine = "Keep mine";
export const takeTheirs = "Take theirs";
