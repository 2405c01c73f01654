import { isContactField } from "@raze-contacts/schema";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { FormState } from "../src/form/protocol.ts";
import { fieldLabel } from "../src/words/contractWords.ts";
import { asText, BannerView } from "./banner/BannerView.tsx";
import { ContactFacts } from "./contact/ContactFacts.tsx";
import { ContactHeader } from "./contact/ContactHeader.tsx";
import type { Controls } from "./controls.ts";
import { FieldList } from "./FieldList.tsx";
import { firstError } from "./heldField.ts";
import { SendBar } from "./sendBar/SendBar.tsx";
import type { ViewState } from "./viewState.ts";

type FormProps = {
  state: FormState;
  controls: Controls;
  /** How the person left the form the last time. */
  left: ViewState;
  keep: (changed: Partial<ViewState>) => void;
};

/** What is wrong in the text. A field of another type is named: its control cannot show what stands there. */
function placed({ path: [field] = [], message }: { path?: (string | number)[]; message: string }): string {
  return isContactField(field) ? `${fieldLabel(field)}: ${message}` : message;
}

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

  useEffect(() => {
    const [scroller, place] = [page.current, page.current?.querySelector(".banner-place")];
    if (!scroller || !place) return;
    // The banner stays in sight, and what gets the focus must not come to lie under it.
    const observer = new ResizeObserver(() => {
      scroller.style.scrollPaddingTop = `${place.clientHeight + 36}px`;
    });
    observer.observe(place);
    return () => observer.disconnect();
  }, []);

  const { banner, saving } = state;
  useEffect(() => {
    if (saving || banner?.tone !== "error") return;
    // The banner comes above what holds a save back, and would push it out of sight.
    const told = firstError(".row")?.closest(".row") ?? page.current?.querySelector(".banner-place");
    told?.scrollIntoView({ block: "nearest" });
  }, [banner?.text, saving]);

  const fault =
    draft.kind === "broken" ? draft : (draft.faults.find(({ path }) => !isContactField(path[0])) ?? draft.faults[0]);
  // A save that was refused for it says so, and where it is.
  const wrongText = fault && (banner?.text.includes(fault.message) ? banner.text : placed(fault));
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
          <BannerView banner={wrongText ? asText(wrongText) : banner} act={controls.act} />
          {/* Hidden, not gone: what is typed and not yet valid outlives a broken text. */}
          <div hidden={draft.kind === "broken"}>
            <FieldList state={{ ...state, draft: lastReadable.current }} controls={controls} />
          </div>
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
