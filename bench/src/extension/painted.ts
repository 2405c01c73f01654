import type { Page } from "playwright-core";

/** Where something is: selectors of frames within each other, then its own. */
type Place = readonly string[];

/**
 * Milliseconds from an event to the end of the first frame in which a place has come, or says something else.
 *
 * @param act causes the event, once the page watches for it
 */
export async function timeToPaint(
  page: Page,
  event: "keydown" | "input",
  place: Place,
  act: () => Promise<unknown>,
): Promise<number> {
  const watch = await page.evaluateHandle(watchFor, { event, place });
  await act();
  return await watch.evaluate(({ painted }) => painted);
}

/** Runs in the page, and so uses nothing from around it. */
function watchFor({ event, place }: { event: "keydown" | "input"; place: Place }): { painted: Promise<number> } {
  let start = Number.NaN;
  const seen = new AbortController();
  const listen = { capture: true, signal: seen.signal };
  // Of several keys that are held, the last one counts.
  addEventListener(event, ({ timeStamp }) => (start = timeStamp), listen);
  const look = () => {
    let root: ParentNode | null = document;
    let found: Element | null = null;
    for (const selector of place) {
      found = root?.querySelector(selector) ?? null;
      if (!found?.checkVisibility({ visibilityProperty: true })) return undefined;
      // A frame's elements are of that frame's classes, so that `instanceof` says no.
      root = "contentDocument" in found ? (found as HTMLIFrameElement).contentDocument : found;
    }
    return found?.textContent;
  };
  const before = look();
  const painted = new Promise<number>((resolve, reject) => {
    setTimeout(reject, 60_000, new Error(`Nothing new came to ${place.at(-1)}.`));
    const onFrame = () => {
      if (Number.isNaN(start) || look() === before) {
        requestAnimationFrame(onFrame);
        return;
      }
      seen.abort();
      // The frame is painted right after its callbacks, before the next message.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(performance.now() - start);
      port2.postMessage(undefined);
    };
    onFrame();
  });
  return { painted };
}
