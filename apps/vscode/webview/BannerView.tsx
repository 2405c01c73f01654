import type { Banner } from "../src/form/protocol.ts";
import type { Controls } from "./controls.ts";
import { Icon } from "./Icon.tsx";
import * as words from "./words.ts";

/** The one notice above the fields, with its next steps. Its place is always in the page, so that it is read out. */
export function BannerView({ banner, controls }: { banner: Banner | undefined; controls: Controls }) {
  return (
    <div class="banner-place" role={banner?.tone === "error" ? "alert" : "status"}>
      {banner && (
        <div class={`banner ${banner.tone}`}>
          <Icon name={banner.tone} />
          <p>
            <span class="visually-hidden">{words.tones[banner.tone]}: </span>
            {banner.text}
          </p>
          {banner.actions.length > 0 && (
            <span class="steps">
              {banner.actions.map(({ action, label }) => (
                <button type="button" class="link" key={action} onClick={() => controls.act(action)}>
                  {label}
                </button>
              ))}
            </span>
          )}
        </div>
      )}
    </div>
  );
}
