import type { RaceGroup } from "./race.ts";
import { answers } from "./rows/answers.ts";
import { customFields, mergingServer } from "./rows/custom-fields.ts";
import { readFails, updateFails } from "./rows/failures.ts";
import { tagObjects } from "./rows/tag-objects.ts";
import { tags } from "./rows/tags.ts";
import { texts } from "./rows/texts.ts";

/** Every race of the table. */
export const raceGroups: readonly RaceGroup[] = [
  texts,
  tags,
  customFields,
  mergingServer,
  tagObjects,
  readFails,
  updateFails,
  answers,
];
