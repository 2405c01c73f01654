// A server that does as little as can be, in a process of its own: what is measured is the client.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { answer } from "./call.ts";

const head = {
  "Content-Type": "application/json; charset=utf-8",
  "Content-Length": Buffer.byteLength(answer),
  "X-RateLimit-Limit": "5000",
  "X-RateLimit-Remaining": "4999",
  "X-RateLimit-Reset": "1706180400",
};

const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
  request.resume();
  request.on("end", () => response.writeHead(200, head).end(answer));
});

server.listen(0, "127.0.0.1", () => {
  // The address of a server that listens on a port is never a pipe's name.
  const { port } = server.address() as AddressInfo;
  process.send?.(`http://127.0.0.1:${port}`);
});

// The bench holds the other end of this channel: no server outlives it.
process.on("disconnect", () => process.exit());
