import { key } from "../support/client.ts";

/** The contact of every cell. Each value that stands for a person, and the key, has the canary's name in it. */
export const stored = {
  id: "cnt_canary",
  name: "Canary Before",
  email: "before@canary.example",
  phone: null,
  company: null,
  position: null,
  linkedin_url: null,
  tags: ["canary-tag-before"],
  custom_fields: { note: "canary value before" },
  created_at: "2024-01-15T10:30:00Z",
  updated_at: "2024-01-25T10:00:00Z",
};

/** The update of every cell. */
export const update = {
  name: "Canary After",
  email: "after@canary.example",
  tags: ["canary-tag-after"],
  custom_fields: { note: "canary value after" },
};

if (!/canary/i.test(key)) throw new Error("the key has to be a canary too");

/** Where a canary sings in a text: the key, or a value of the contact or the update. */
export const canariesIn = (text: string): string[] =>
  Array.from(text.matchAll(/canary/gi), ({ index }) => text.slice(Math.max(0, index - 30), index + 30));
