import { isContactField } from "@raze-contacts/schema";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { FormState } from "../src/form/protocol.ts";
import { BannerView } from "./BannerView.tsx";
import { ContactFacts } from "./ContactFacts.tsx";
import { ContactHeader } from "./ContactHeader.tsx";
import type { Controls } from "./controls.ts";
import { FieldList } from "./FieldList.tsx";
import { Notice } from "./Notice.tsx";
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
  const lastReadable = useRef(state);
  const isBroken = state.draft.kind === "broken";
  if (!isBroken) lastReadable.current = state;

  useLayoutEffect(() => {
    if (page.current) page.current.scrollTop = left.scroll;
  }, [left]);

  const faults = state.draft.kind === "values" ? state.draft.faults : [];
  const elsewhere = faults.filter(({ path }) => !isContactField(path[0])).map(({ message }) => message);
  return (
    <>
      <main
        class="page"
        ref={page}
        onScroll={({ currentTarget }) => keep({ scroll: currentTarget.scrollTop })}
        onFocusCapture={({ target }) => keep({ focus: target instanceof HTMLElement ? target.id : undefined })}
      >
        <div class="column">
          <ContactHeader state={state} controls={controls} />
          <BannerView banner={state.banner} controls={controls} />
          {isBroken && <Notice sentences={[words.broken]} controls={controls} />}
          {/* Hidden, not gone: what is typed and not yet valid outlives a broken text. */}
          <div class="fields" hidden={isBroken}>
            <FieldList state={isBroken ? { ...state, draft: lastReadable.current.draft } : state} controls={controls} />
          </div>
          {elsewhere.length > 0 && <Notice sentences={elsewhere} controls={controls} />}
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
