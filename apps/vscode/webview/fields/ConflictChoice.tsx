import { isContactField } from "@raze-contacts/schema";
import type { FormConflict } from "../../src/form/protocol.ts";
import { fieldLabel } from "../../src/words/contractWords.ts";
import type { Controls } from "../controls.ts";
import { useHandover } from "../focus.ts";
import * as words from "../words.ts";

/** A place that was changed on both sides: what it was, what both made of it, and whose is kept. */
export function ConflictChoice({ conflict, choose }: { conflict: FormConflict; choose: Controls["choose"] }) {
  const { path, base, mine, theirs, chosen } = conflict;
  const [field, key] = path;
  const handover = useHandover<HTMLElement>(isContactField(field) ? field : undefined);
  const label = isContactField(field) ? fieldLabel(field) : "";
  const name = words.conflict(key === undefined ? label : `${label}: ${key}`);
  const line = (what: string, value: string | undefined) => (
    <>
      <dt>{what}</dt>
      <dd dir="auto">{value ?? <em>{words.unknownValue}</em>}</dd>
    </>
  );
  const button = (side: "mine" | "theirs", text: string) => (
    <button
      type="button"
      class="link"
      aria-label={`${text}: ${conflict[side]}`}
      aria-pressed={chosen === side}
      onClick={() => choose(path, side)}
    >
      {text}
    </button>
  );
  return (
    <section class="field conflict" ref={handover} aria-label={name}>
      <span>{key}</span>
      <div class="control">
        <dl>
          {line(words.started, base)}
          {line(words.mine, mine)}
          {line(words.theirs, theirs)}
        </dl>
        {button("mine", words.keepMine)}
        {theirs !== undefined && button("theirs", words.takeTheirs)}
      </div>
    </section>
  );
}
