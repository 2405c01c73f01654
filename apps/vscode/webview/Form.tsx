import { isContactField } from "@raze-contacts/schema";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { FormState } from "../src/form/protocol.ts";
import { asText, BannerView } from "./BannerView.tsx";
import { ContactFacts } from "./ContactFacts.tsx";
import { ContactHeader } from "./ContactHeader.tsx";
import type { Controls } from "./controls.ts";
import { FieldList } from "./FieldList.tsx";
import { SendBar } from "./SendBar.tsx";
import type { ViewState } from "./viewState.ts";
import * as words from "./words.ts";

type FormProps = {
  state: FormState;
  controls: Controls;
  /** How the person left the form the last time. */
  left: ViewState;
  keep: (changed: Partial<ViewState>) => void;
};

/** The whole form for one state. */
export function Form({ state, controls, left, keep }: FormProps) {
  const [panel, setPanel] = useState(left.panel);
  const page = useRef<HTMLElement>(null);
  const { draft } = state;
  const lastReadable = useRef(draft);
  if (draft.kind === "values") lastReadable.current = draft;

  useLayoutEffect(() => {
    // To scroll lays the page out, which the first paint does anyway.
    if (left.scroll) page.current?.scrollTo(0, left.scroll);
    // The focus of another editor is not ours to take.
    if (left.focus && document.hasFocus()) document.getElementById(left.focus)?.focus();
  }, [left]);

  const elsewhere = draft.kind === "values" ? draft.faults.filter(({ path }) => !isContactField(path[0])) : [];
  return (
    <>
      <main
        class="page"
        ref={page}
        onScroll={({ currentTarget }) => keep({ scroll: currentTarget.scrollTop })}
        onFocusIn={({ target }) => keep({ focus: target instanceof HTMLElement ? target.id : undefined })}
      >
        <div class="column">
          <ContactHeader state={state} controls={controls} />
          <BannerView banner={state.banner} act={controls.act} />
          {draft.kind === "broken" && <BannerView banner={asText(draft.message || words.broken)} act={controls.act} />}
          {/* Hidden, not gone: what is typed and not yet valid outlives a broken text. */}
          <div hidden={draft.kind === "broken"}>
            <FieldList state={{ ...state, draft: lastReadable.current }} controls={controls} />
          </div>
          {elsewhere.length > 0 && (
            <BannerView banner={asText(elsewhere.map(({ message }) => message).join(" "))} act={controls.act} />
          )}
          <ContactFacts facts={state.facts} />
        </div>
      </main>
      <SendBar
        state={state}
        controls={controls}
        panel={panel}
        onPanel={(next) => {
          setPanel(next);
          keep({ panel: next });
        }}
      />
    </>
  );
}
