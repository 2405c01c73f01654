import type { Controls } from "./controls.ts";
import { Notice } from "./Notice.tsx";
import * as words from "./words.ts";

/** Stands in for the form when the host says something that it cannot read. */
export const Unreadable = ({ controls }: { controls: Controls }) => (
  <main class="page">
    <div class="column">
      <Notice sentences={[words.unreadable]} controls={controls} />
    </div>
  </main>
);
