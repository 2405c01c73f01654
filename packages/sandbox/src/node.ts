import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener, type Http2Bindings, type HttpBindings } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import { fail } from "./answers.ts";
import { scriptOf } from "./faults/socket-script.ts";
import { allPermissions, sandboxKey } from "./keys.ts";
import { playScript } from "./play-script.ts";
import type { Sandbox } from "./sandbox.ts";

/** How to listen. */
export type ListenOptions = {
  /** A free port unless given. */
  readonly port?: number;
  /** The key to accept: the first of the sandbox's own keys, or a random one when it has only the well-known one. */
  readonly key?: string;
};

/** A sandbox that listens. */
export type ListeningSandbox = {
  /** The base URL, such as `http://127.0.0.1:4711/external/v1`. */
  readonly url: string;
  /** An API key that is accepted. */
  readonly key: string;
  readonly port: number;
  /** Stops listening and ends the connections that are open. */
  readonly close: () => Promise<void>;
};

const loopback = "127.0.0.1";

const randomKey = (): string => `gr_live_${crypto.randomUUID().replaceAll("-", "")}`;

/** Settles which key is accepted. The well-known key stands in public source: a port must not accept it. */
function settleKey(keys: Sandbox["keys"], wanted: string | undefined): string {
  keys.delete(sandboxKey);
  const [own] = keys.keys();
  const key = wanted ?? own ?? randomKey();
  if (!keys.has(key)) keys.set(key, { permissions: allPermissions });
  return key;
}

const explain = (error: NodeJS.ErrnoException, port: number): Error => {
  if (error.code === "EADDRINUSE") {
    return new Error(`Port ${port} is taken: choose another, or none to get a free one.`, { cause: error });
  }
  if (error.code === "EACCES") {
    return new Error(`Port ${port} needs rights that you do not have: choose one from 1024.`, { cause: error });
  }
  return error;
};

const start = (server: Server, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once("error", (error) => reject(explain(error, port)));
    server.listen(port, loopback, resolve);
  });

/**
 * Serves a sandbox on this machine alone: on the loopback address, to callers that address it by that address.
 * Pages in a browser are refused, whatever host name they reach it by.
 *
 * @example
 * const { url, key, close } = await listen(createSandbox());
 */
export async function listen(
  sandbox: Sandbox,
  { port = 0, key: wanted }: ListenOptions = {},
): Promise<ListeningSandbox> {
  let origin = "";
  const answer = (request: Request): Response | Promise<Response> => {
    if (`http://${request.headers.get("host")}` !== origin) {
      return fail(403, "FORBIDDEN_HOST", `This server answers at ${origin} alone.`);
    }
    const page = request.headers.get("origin");
    if (page !== null && page !== origin) {
      return fail(403, "FORBIDDEN_ORIGIN", "This server does not answer to web pages.");
    }
    return sandbox.fetch(request);
  };

  const answerOrPlay = async (request: Request, { incoming }: HttpBindings | Http2Bindings): Promise<Response> => {
    const outcome: unknown = await Promise.resolve(answer(request)).catch((error: unknown) => error);
    const script = scriptOf(outcome);
    if (script !== undefined) {
      await playScript(script, incoming.socket);
      return RESPONSE_ALREADY_SENT;
    }
    if (outcome instanceof Response) return outcome;
    throw outcome;
  };

  const server = createServer(getRequestListener(answerOrPlay, { overrideGlobalObjects: false }));
  await start(server, port);
  // A server that listens on a port has an address object; a string stands for a pipe.
  const address = server.address() as AddressInfo;
  origin = new URL(`http://${loopback}:${address.port}`).origin;

  return {
    url: `${origin}/external/v1`,
    key: settleKey(sandbox.keys, wanted),
    port: address.port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve()); // the only error says that it is closed already
        server.closeAllConnections();
      }),
  };
}
