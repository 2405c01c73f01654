import type { Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import type { SocketScript } from "./faults/socket-script.ts";

/** Writes to a connection what a fault wants written, and ends it. */
export async function playScript({ chunks, pauseMs, end }: SocketScript, socket: Socket): Promise<void> {
  for (const chunk of chunks) {
    if (socket.destroyed) return;
    await new Promise((resolve) => socket.write(chunk, resolve));
    if (pauseMs > 0) await sleep(pauseMs);
  }
  if (end === "reset") socket.resetAndDestroy();
  else socket.end();
}
