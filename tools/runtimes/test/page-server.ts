import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import type { Sandbox } from "@raze-contacts/sandbox";

/** Serves a sandbox to pages of other addresses, as far as these headers let them in. */
export async function serveToPages(sandbox: Sandbox, leave: Readonly<Record<string, string>>) {
  /** What browsers asked for before they sent a request: "METHOD header,header". */
  const asked: string[] = [];
  const server = createServer(async (request, response) => {
    const { method = "", url = "", headers } = request;
    if (method === "OPTIONS") {
      asked.push(`${headers["access-control-request-method"]} ${headers["access-control-request-headers"]}`);
      response.writeHead(204, leave).end();
      return;
    }
    const body = await text(request);
    const given = { "x-api-key": String(headers["x-api-key"]), "content-type": String(headers["content-type"]) };
    const answer = await sandbox.fetch(`http://sandbox${url}`, { method, headers: given, ...(body && { body }) });
    response.writeHead(answer.status, { ...Object.fromEntries(answer.headers), ...leave }).end(await answer.text());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo; // a server that listens on a port has an address object
  const close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { baseUrl: `http://127.0.0.1:${port}/external/v1`, asked, close };
}
