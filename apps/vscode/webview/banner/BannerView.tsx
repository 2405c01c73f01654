import type { Banner } from "../../src/form/protocol.ts";
import type { Controls } from "../controls.ts";
import { useHandover } from "../focus.ts";
import { Icon } from "../Icon.tsx";
import * as words from "../words.ts";
import { Countdown } from "./Countdown.tsx";

/** A notice with its next steps. Its place is in the page even without one, so that a new one is read out. */
export function BannerView({ banner, act }: { banner: Banner | undefined; act: Controls["act"] }) {
  return (
    <div class="banner-place" role={banner?.tone === "error" ? "alert" : "status"}>
      {banner && (
        <div class={`banner ${banner.tone}`}>
          <Icon name={banner.tone} />
          <div>
            <p>
              <span class="visually-hidden">{words.tones[banner.tone]}: </span>
              {banner.text}
              {banner.retryAt && <Countdown until={banner.retryAt} />}
            </p>
            {banner.actions.map(({ action, label }) => (
              <Step key={action} label={label} onClick={() => act(action)} />
            ))}
          </div>
        </div>
      )}
    </div>
  );
}

const Step = ({ label, onClick }: { label: string; onClick: () => void }) => (
  <button type="button" class="link" ref={useHandover()} onClick={onClick}>
    {label}
  </button>
);

/** The notice for what no field can say or mend: the way out is the text. */
export const asText = (text: string): Banner => ({
  tone: "error",
  text,
  actions: [{ action: "open_as_text", label: words.editAsJson }],
});
