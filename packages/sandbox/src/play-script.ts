import type { Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import type { SocketScript } from "./faults/socket-script.ts";

/** Writes to a connection what a fault wants written, and ends it. */
export async function playScript({ chunks, pauseMs, end }: SocketScript, socket: Socket): Promise<void> {
  const closed = new AbortController();
  socket.once("close", () => closed.abort());
  for (const chunk of chunks) {
    if (socket.destroyed) return;
    await new Promise((resolve) => socket.write(chunk, resolve));
    // Nobody is left to be kept waiting once the connection is closed, and a pause would hold the process.
    if (pauseMs > 0) await sleep(pauseMs, undefined, { signal: closed.signal }).catch(() => {});
  }
  if (end === "reset") socket.resetAndDestroy();
  else socket.end();
}
