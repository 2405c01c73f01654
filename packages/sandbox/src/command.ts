import process from "node:process";
import { readArguments } from "./arguments.ts";
import { listen } from "./node.ts";
import { createSandbox } from "./sandbox.ts";

const help = `A GetRaze contacts server on this machine, with sample contacts.

  --port N   listen on this port; a free one unless given
  --help     show this

It answers on the loopback address alone, with a new API key each time. Ctrl+C ends it.
`;

const welcome = (url: string, key: string, count: number): string => `GetRaze sandbox with ${count} sample contacts.

  Address  ${url}
  API key  ${key}

Try the documented update:

  curl -X PUT '${url}/contacts/cnt_abc123def456' \\
    -H 'X-API-Key: ${key}' \\
    -H 'Content-Type: application/json' \\
    -d '{"position":"VP of Engineering","tags":["hot-lead","enterprise"]}'

Changes are forgotten at the end. Ctrl+C ends it.
`;

async function run(port: number): Promise<void> {
  const sandbox = createSandbox();
  const server = await listen(sandbox, { port });
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void server.close());
  process.stdout.write(welcome(server.url, server.key, sandbox.contacts.size));
}

function refuse(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 1;
}

const wanted = readArguments(process.argv.slice(2));
if (wanted.kind === "help") process.stdout.write(help);
else if (wanted.kind === "refused") refuse(wanted.sentence);
else await run(wanted.port).catch((error: unknown) => refuse(error instanceof Error ? error.message : String(error)));
