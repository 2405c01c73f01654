import type { AddressInfo } from "node:net";
import { createServer, type Socket } from "node:net";
import { onTestFinished } from "vitest";

/** Answers each request with bytes that no HTTP library would send; what it does with the connection is its own. */
export async function serveRaw(answer: (socket: Socket, count: number) => void) {
  const sockets = new Set<Socket>();
  const answered = new Set<Socket>();
  let count = 0;
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => {});
    socket.on("close", () => {
      sockets.delete(socket);
      answered.delete(socket);
    });
    socket.on("data", (data) => {
      if (!/^(?:GET|PUT) /.test(data.toString())) return;
      count += 1;
      answered.add(socket);
      answer(socket, count);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
  const { port } = server.address() as AddressInfo; // a server that listens on a port has an address object
  return { baseUrl: `http://127.0.0.1:${port}`, requests: () => count, answeredAndOpen: () => answered.size };
}

/** The head of an answer. */
export const head = (status: number, ...headers: string[]): string =>
  [`HTTP/1.1 ${status} Status`, "content-type: application/json", ...headers, "", ""].join("\r\n");
