import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import type { FormState } from "../../src/form/protocol.ts";
import type { Controls } from "../controls.ts";
import type { ViewState } from "../viewState.ts";
import * as words from "../words.ts";
import { changedNames } from "./changeList.ts";
import { ReviewPanel } from "./ReviewPanel.tsx";
import { saveOrShowError } from "./saveOrShowError.ts";

type SendBarProps = {
  state: FormState;
  controls: Controls;
  panel: ViewState["panel"];
  onPanel: (panel: ViewState["panel"]) => void;
};

/** What will be sent, always in sight, with the ways to look at it, drop it and send it. */
export function SendBar({ state, controls, panel, onPanel }: SendBarProps) {
  const bar = useRef<HTMLDivElement>(null);
  const names = changedNames(state);
  const isChanged = names.length > 0;
  const summary = isChanged ? words.changes(names) : words.nothingChanged;
  useEffect(() => {
    if (state.saving) controls.announce(words.saving);
  }, [state.saving]);
  const shown = useRef(panel);
  useLayoutEffect(() => {
    // It stands before its button: whoever listens would go past it.
    if (panel && panel !== shown.current) document.getElementById("review")?.focus();
    shown.current = panel;
  }, [panel]);
  const toggle = (kind: "compare" | "json", label: string) => (
    <button
      type="button"
      class="link"
      aria-expanded={panel === kind}
      aria-controls={panel === kind ? "review" : undefined}
      onClick={() => onPanel(panel === kind ? undefined : kind)}
    >
      {label}
    </button>
  );
  return (
    <section
      class="send"
      aria-label={words.draft}
      onKeyDown={({ key }) => {
        if (key !== "Escape" || !panel) return;
        // The panel may hold the focus, which must not be lost with it.
        bar.current?.querySelector<HTMLElement>("[aria-expanded=true]")?.focus();
        onPanel(undefined);
      }}
    >
      {panel && <ReviewPanel kind={panel} state={state} />}
      <div class="bar" ref={bar}>
        <p class="summary" title={summary}>
          {summary}
        </p>
        <div class="buttons">
          {toggle("compare", words.compare)}
          {toggle("json", words.json)}
          <button
            type="button"
            class="link"
            aria-disabled={!isChanged}
            onClick={() => {
              if (!isChanged) return;
              controls.act("revert_all");
              if (state.base.kind === "known") controls.announce(words.nothingChanged);
            }}
          >
            {words.revertAll}
          </button>
          <button
            type="button"
            class="save"
            data-wide={words.saving}
            aria-disabled={state.saving || (!isChanged && controls.edits.isSettled())}
            onClick={() => !state.saving && saveOrShowError(controls, isChanged)}
          >
            {state.saving ? words.saving : words.save}
          </button>
        </div>
      </div>
    </section>
  );
}
