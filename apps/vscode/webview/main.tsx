import "./language.ts"; // before all that speaks: sentences are said as soon as their module is there
import { render } from "preact";
import type { FormState } from "../src/form/protocol.ts";
import { createAnnouncer } from "./announcer.ts";
import { asText, BannerView } from "./banner/BannerView.tsx";
import { connect } from "./connection.ts";
import type { Controls } from "./controls.ts";
import { Form } from "./Form.tsx";
import { guardFocus } from "./focus.ts";
import styles from "./form.css";
import { goToHeld, heldField } from "./heldField.ts";
import { PendingEdits } from "./pendingEdits.ts";
import { Skeleton } from "./Skeleton.tsx";
import { guardSelectAll } from "./selectAllGuard.ts";
import { guardUndo } from "./undoGuard.ts";
import { parseViewState } from "./viewState.ts";
import * as words from "./words.ts";

const sheet = new CSSStyleSheet();
sheet.replaceSync(styles);
document.adoptedStyleSheets = [sheet];

const root = document.getElementById("form") ?? document.body;
const edits = new PendingEdits((message) => connection.post(message));
const controls: Controls = {
  edits,
  announce: createAnnouncer(),
  choose: (path, side) => {
    edits.flush();
    connection.post({ kind: "choose", path, side });
  },
  act: (action) => {
    edits.flush();
    if (action === "revert_all") edits.dropLocal();
    connection.post({ kind: "action", action });
  },
};

const connection = connect(
  (message) => {
    if (message.kind === "flush") {
      edits.flush();
      const held = heldField();
      connection.post({ kind: "flushed", request: message.request, ...(held && { held }) });
    } else {
      edits.acknowledge(message.acknowledged);
      show(message);
    }
  },
  () => render(<BannerView banner={asText(words.broken)} act={controls.act} />, root),
);
const left = parseViewState(connection.readViewState());
const kept = { ...left };

function show(state: FormState): void {
  const keep = (changed: Partial<typeof left>) => connection.keepViewState(Object.assign(kept, changed));
  render(<Form state={state} controls={controls} left={left} keep={keep} />, root);
}

guardUndo(edits);
guardSelectAll();
guardFocus();
const beforeCommands = ({ key, ctrlKey, metaKey, isComposing }: KeyboardEvent) => {
  if (isComposing || !(ctrlKey || metaKey)) return;
  const command = key.toLowerCase();
  // What saves or closes takes a tag that is not yet finished; any key may close a form whose draft another one shows.
  if (["s", "w", "f4"].includes(command)) edits.flush();
  else edits.sendTyped();
  if (command === "s") goToHeld();
};
window.addEventListener("keydown", beforeCommands, { capture: true }); // before VS Code hears of it
// A page that is put away may never come back.
document.addEventListener("visibilitychange", () => edits.flush());
window.addEventListener("pagehide", () => edits.flush());

// VS Code may load the same page again, as when its tab moves to another window: its state may be old by then.
const { state: given } = root.dataset;
const state = connection.readViewState() === undefined ? given : undefined;
if (state === undefined) render(<Skeleton />, root);
else window.dispatchEvent(new MessageEvent("message", { data: JSON.parse(state) }));
connection.keepViewState(kept);
connection.post({ kind: "ready", isShown: state !== undefined });
