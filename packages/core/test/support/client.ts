import { createClient } from "../../src/client.ts";
import type { AttemptEvent, ContactsClientOptions } from "../../src/index.ts";
import { manualRuntime } from "./manual-runtime.ts";

export const key = "gr_live_canary0123456789";

/** A client in surroundings that the test moves by hand. */
export function testClient(options: Partial<ContactsClientOptions>) {
  const manual = manualRuntime();
  const events: AttemptEvent[] = [];
  const client = createClient({ apiKey: key, onAttempt: (event) => events.push(event), ...options }, manual.runtime);
  return { client, events, ...manual };
}
