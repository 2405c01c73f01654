import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

/** A request that a test's server has received. */
export type Received = {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
};

async function readAll(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

/** Serves on loopback until the test is over, and writes down what it receives. */
export async function serve(answer: (response: ServerResponse, request: Received, count: number) => void) {
  const received: Received[] = [];
  const listener: RequestListener = (request, response) => {
    const { method = "", url = "", headers } = request;
    readAll(request).then(
      (body) => {
        const seen = { method, url, headers, body };
        received.push(seen);
        answer(response, seen, received.length);
      },
      () => response.destroy(),
    );
  };
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const { port } = server.address() as AddressInfo; // a server that listens on a port has an address object
  return { baseUrl: `http://127.0.0.1:${port}/external/v1`, origin: `http://127.0.0.1:${port}`, received, server };
}

/** Sends an answer in one piece. */
export function reply(
  response: ServerResponse,
  status: number,
  body?: unknown,
  headers: Record<string, string> = {},
): void {
  const text = body === undefined || typeof body === "string" ? body : JSON.stringify(body);
  response.writeHead(status, { "content-type": "application/json", ...headers });
  response.end(text);
}

/** The documented example's contact. */
export const john = {
  id: "cnt_abc123def456",
  name: "John Doe",
  email: "john@example.com",
  phone: "+5511999999999",
  company: "Acme Inc",
  position: "VP of Engineering",
  source: "linkedin",
  linkedin_url: "https://linkedin.com/in/johndoe",
  tags: ["hot-lead", "enterprise"],
  custom_fields: {},
  created_at: "2024-01-15T10:30:00Z",
  updated_at: "2024-01-25T10:00:00Z",
};

/** An answer as documented. */
export const success = (data: unknown) => ({ success: true, data });

/** A refusal as documented. */
export const refusal = (code: string, extras: object = {}) => ({
  success: false,
  error: { code, message: "Words of the server", ...extras },
});
