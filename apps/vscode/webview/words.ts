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

export const words = {
  loading: "Loading the contact…",
  unreadable: "The form cannot show what is in this contact.",
  broken: "This contact's text is not valid JSON, so the form cannot show it. Your text is kept as it is.",
  editAsJson: "Edit as JSON",
  unnamed: "Unnamed contact",
  copyId: "Copy id",
  changed: "changed",

  unknown: "Unknown – type to set",
  willBeCleared: "Will be cleared",
  was: "was",
  wasEmpty: "was empty",
  wasUnknown: "The stored value is unknown.",
  revert: "Revert",
  revertField: (label: string) => `Revert ${label}`,

  addTag: "Add a tag",
  tagList: (label: string) => `${label} in the draft`,
  tagAdded: "added",
  tagRemoved: "removed",
  removeTag: (tag: string) => `Remove ${tag}`,
  putBack: (name: string) => `Put back ${name}`,
  tagsAddedNow: (tags: readonly string[]) => `Added ${tags.join(", ")}.`,
  tagRemovedNow: (tag: string) => `Removed ${tag}.`,
  putBackNow: (name: string) => `Put back ${name}.`,
  tagsAlreadyThere: (tags: readonly string[]) =>
    tags.length === 1 ? `The tag ${tags[0]} is already there.` : `Already there: ${tags.join(", ")}.`,
  wholeList: (counts: { added: number; removed: number; kept: number }) =>
    moved(counts) === "" ? "Saving replaces the whole list." : `Saving replaces the whole list: ${moved(counts)}.`,
  replacesUnknownList: "What you enter replaces every tag that is stored on the server.",

  addCustomField: "Add a field",
  customFieldName: (position: number) => `Name of custom field ${position}`,
  customFieldType: (name: string) => `Type of ${name}`,
  customFieldValue: (name: string) => `Value of ${name}`,
  removeCustomField: (name: string) => `Remove ${name}`,
  customFieldRemovedNow: (name: string) => `Removed ${name}.`,
  thisField: "this field",
  namePlaceholder: "Name",
  valuePlaceholder: "Value",
  rowTypes: { text: "Text", number: "Number", yes_no: "Yes / no", json: "JSON" },
  yes: "Yes",
  no: "No",
  rowNameBlank: "Give this field a name.",
  rowNameTaken: (name: string) => `There is already a field called ${name}.`,
  rowNumber: "This is not a number. Write it like 12.5.",
  rowNumberInexact: "This number is too long to be kept exactly. Use text.",
  rowJson: "This is not valid JSON.",
  allCustomFields: (counts: { added: number; changed: number; removed: number; kept: number }) =>
    moved(counts) === "" ? "Saving sends all custom fields." : `Saving sends all custom fields: ${moved(counts)}.`,
  replacesUnknownFields: "What you enter replaces every custom field that is stored on the server.",

  source: "Source",
  created: "Created",
  updated: "Updated",
  tones: { information: "Information", warning: "Warning", error: "Error" },

  draft: "Changes",
  nothingChanged: "No changes",
  changes: (names: readonly string[]) => `${plural(names.length, "change", "changes")}: ${names.join(", ")}`,
  cleared: (label: string) => `${label} (cleared)`,
  compare: "Before / after",
  json: "JSON",
  revertAll: "Revert all",
  save: "Save",
  saving: "Saving…",
  notSaved: (label: string) => `Not saved: look at ${label}.`,
  field: "Field",
  before: "Before",
  after: "After",
  unknownValue: "unknown",
  emptyValue: "empty",
  nothingToSend: "Nothing would be sent.",
} as const;
