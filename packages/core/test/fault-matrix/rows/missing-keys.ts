import type { ApiKeySource } from "../../../src/index.ts";
import { key } from "../../support/client.ts";
import { refuses } from "../expectation.ts";
import type { FaultGroup, FaultRow } from "../fault-row.ts";

const unavailable = refuses("authentication", "api_key_unavailable", { attempts: 0 });

const source = (title: string, keyFrom: ApiKeySource): FaultRow => ({
  title: `the key function ${title}`,
  strike: (stage) => stage.keyFrom(keyFrom),
  ends: unavailable,
});

export const missingKeys: FaultGroup = {
  title: "There is no key",
  rows: [
    source("rejects", () => Promise.reject(new Error(`cannot read ${key}`))),
    source("throws", () => {
      throw new Error(`cannot read ${key}`);
    }),
    source("gives an empty text", () => ""),
    source("gives white space", async () => " "),
    source("gives a line break in a key", async () => `${key}\r\nX-Other: 1`),
    source("gives a key that no header can hold", async () => `${key}\u2026`),
  ],
};
