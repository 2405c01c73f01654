import { once } from "node:events";
import { createServer } from "node:net";
import { HostError } from "./host-error.ts";

/** The only address anything here listens on. */
export const loopback = "127.0.0.1";

/** Throws one sentence when something else listens on this port. */
export async function requireFreePort(port: number): Promise<void> {
  const server = createServer();
  try {
    server.listen(port, loopback);
    await once(server, "listening");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EADDRINUSE")
      throw new HostError(`Port ${port} is taken; stop the program that uses it, or choose another port.`);
    throw error;
  } finally {
    server.close();
  }
}
