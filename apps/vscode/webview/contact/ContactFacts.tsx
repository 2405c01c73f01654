import { useEffect, useState } from "preact/hooks";
import type { FormState } from "../../src/form/protocol.ts";
import * as words from "../words.ts";
import { readableStamp } from "./timestamps.ts";

/** What is known of the contact and cannot be changed. */
export function ContactFacts({ facts }: { facts: FormState["facts"] }) {
  const { source, created_at: created, updated_at: updated } = facts;
  if (!source && !created && !updated) return null;
  return (
    <dl class="facts">
      {source && (
        <div>
          <dt>{words.source}</dt>
          <dd dir="auto">{source}</dd>
        </div>
      )}
      {created && <Stamp name={words.created} stamp={created} />}
      {updated && <Stamp name={words.updated} stamp={updated} />}
    </dl>
  );
}

function Stamp({ name, stamp }: { name: string; stamp: string }) {
  const [text, setText] = useState("");
  // After the first paint: a page's first date takes as long as all the rest of the form.
  useEffect(() => setText(readableStamp(stamp)), [stamp]);
  return (
    <div>
      <dt>{name}</dt>
      <dd title={stamp}>{text}</dd>
    </div>
  );
}
