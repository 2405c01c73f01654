import type { JsonValue } from "@raze-contacts/schema";
import { Icon } from "../Icon.tsx";
import * as words from "../words.ts";

type RemovedRowProps = { name: string; value: JsonValue | undefined; onPutBack: () => void };

/** A custom field that was taken out of the draft and can be put back. */
export function RemovedRow({ name, value, onPutBack }: RemovedRowProps) {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return (
    <div class="row removed">
      <span class="visually-hidden">{words.removedValue}: </span>
      <del class="name" dir="auto" title={name}>
        {name}
      </del>
      <del class="value" dir="auto" title={text}>
        {text}
      </del>
      <button type="button" class="icon-button" title={words.putBack(name)} onClick={onPutBack}>
        <Icon name="putBack" />
      </button>
    </div>
  );
}
