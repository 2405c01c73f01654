import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { buffer } from "node:stream/consumers";
import type { Sandbox } from "@raze-contacts/sandbox";

/** A server of a test's own on a loopback port. */
export async function serve(answer: (request: IncomingMessage, response: ServerResponse) => Promise<void>) {
  const server = createServer(answer);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  return {
    baseUrl: `http://127.0.0.1:${address.port}/external/v1`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** Lets the sandbox answer a request that such a server received. */
export async function passOn(request: IncomingMessage, sandbox: Sandbox): Promise<Response> {
  const { "x-api-key": key = "", "content-type": type } = request.headers;
  const body = await buffer(request);
  return sandbox.fetch(`http://sandbox${request.url}`, {
    method: request.method ?? "GET",
    headers: { "X-API-Key": String(key), ...(type === undefined ? {} : { "Content-Type": type }) },
    ...(body.length > 0 ? { body } : {}),
  });
}
