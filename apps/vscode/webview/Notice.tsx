import type { Controls } from "./controls.ts";
import { Icon } from "./Icon.tsx";
import * as words from "./words.ts";

/** What no field can say or mend: the way out is the text. */
export const Notice = ({ sentences, controls }: { sentences: readonly string[]; controls: Controls }) => (
  <div class="banner error" role="alert">
    <Icon name="error" />
    <div>
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </div>
    <span class="steps">
      <button type="button" class="link" onClick={() => controls.act("open_as_text")}>
        {words.editAsJson}
      </button>
    </span>
  </div>
);
