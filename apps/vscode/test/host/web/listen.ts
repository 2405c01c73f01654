import { allPermissions } from "@raze-contacts/sandbox";
import type { FaultySandbox } from "@raze-contacts/sandbox/faults";
import type { ListeningSandbox } from "@raze-contacts/sandbox/node";

/** Stands in for the sandbox's `listen` where no port can be listened on: calls to its address end before the network. */
export async function listen({ fetch, keys }: FaultySandbox, { key }: { key: string }): Promise<ListeningSandbox> {
  const port = 1 + Math.floor(Math.random() * 65_535);
  const url = `http://127.0.0.1:${port}/external/v1`;
  keys.clear();
  keys.set(key, { permissions: allPermissions });
  const network = globalThis.fetch;
  globalThis.fetch = async (input, init) =>
    typeof input === "string" && input.startsWith(url) ? fetch(input, init) : network(input, init);
  const close = async () => {
    globalThis.fetch = network;
  };
  return { url, key, port, close };
}
