import type { FormState } from "../../src/form/protocol.ts";
import type { FieldValues } from "../fields/fieldViews.ts";
import * as words from "../words.ts";
import { changeList } from "./changeList.ts";

/** What a save would send, as a list of before and after or as its exact JSON. */
export function ReviewPanel({ kind, state }: { kind: "compare" | "json"; state: FormState }) {
  const isEmpty = Object.keys(state.changes).length === 0;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard
    <section id="review" class="review" aria-label={kind === "json" ? words.json : words.compare} tabIndex={0}>
      {isEmpty ? (
        <p>{words.nothingToSend}</p>
      ) : kind === "json" ? (
        <Json changes={state.changes} />
      ) : (
        <Comparison state={state} />
      )}
    </section>
  );
}

const jsonString = /("(?:[^"\\]|\\.)*")/;

/**
 * The body as it is sent, letter by letter; only where the lines break is ours. Each string runs in its own direction:
 * those from right to left would change places with their neighbours.
 */
function Json({ changes }: { changes: FieldValues }) {
  const members = Object.entries(changes).map(([field, value]) => JSON.stringify({ [field]: value }).slice(1, -1));
  return (
    <pre class="json">
      {"{"}
      {members.map((member, index) => (
        <span class="member" key={member}>
          {member.split(jsonString).map((part, at) => (at % 2 === 0 ? part : <bdi key={at}>{part}</bdi>))}
          {index < members.length - 1 ? "," : ""}
        </span>
      ))}
      {"}"}
    </pre>
  );
}

function Comparison({ state }: { state: FormState }) {
  return (
    <table class="comparison">
      <thead>
        <tr>
          <th scope="col">{words.field}</th>
          <th scope="col">{words.before}</th>
          <th scope="col">{words.after}</th>
        </tr>
      </thead>
      <tbody>
        {changeList(state).map(({ name, before, after }) => (
          <tr key={name}>
            <th scope="row" dir="auto">
              {name}
            </th>
            <td dir="auto">{"text" in before ? <del>{before.text}</del> : <em>{before.nothing}</em>}</td>
            <td dir="auto">{"text" in after ? <ins>{after.text}</ins> : <em>{after.nothing}</em>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
