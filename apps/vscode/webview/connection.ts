import * as v from "valibot";
import { type FromWebview, type ToWebview, toWebviewSchema } from "../src/form/protocol.ts";

type Host = { postMessage(message: unknown): void; getState(): unknown; setState(state: unknown): void };
declare const acquireVsCodeApi: () => Host;

/** The wire to the extension host. It hands on only messages that the protocol knows. */
export type Connection = {
  post(message: FromWebview): void;
  readViewState(): unknown;
  keepViewState(state: unknown): void;
};

// Browser extensions and the like post messages to every window; those are nobody's business here.
const isState = (data: unknown) => typeof data === "object" && data !== null && "kind" in data && data.kind === "state";

/**
 * Opens the wire; VS Code allows that once a page.
 *
 * @param unreadable called when a state is not of this protocol, so that the person is not left waiting
 */
export function connect(receive: (message: ToWebview) => void, unreadable: () => void): Connection {
  const host = acquireVsCodeApi();
  window.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
    const parsed = v.safeParse(toWebviewSchema, data);
    if (parsed.success) receive(parsed.output);
    else if (isState(data)) unreadable();
  });
  return {
    post: (message) => host.postMessage(message),
    readViewState: () => host.getState(),
    keepViewState: (state) => host.setState(state),
  };
}
