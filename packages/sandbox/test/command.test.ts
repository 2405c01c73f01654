import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { afterEach, expect, test } from "vitest";
import { readArguments } from "../src/arguments.ts";

const command = fileURLToPath(new URL("../src/command.ts", import.meta.url));
const running: ChildProcess[] = [];

const start = (...words: string[]) => {
  const child = spawn(process.execPath, ["--conditions=@raze-contacts/source", command, ...words]);
  running.push(child);
  return child;
};
afterEach(() => {
  for (const child of running.splice(0)) child.kill("SIGKILL");
});

async function end(child: ReturnType<typeof start>) {
  const [output, errors, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "exit")]);
  return { output, errors, code: Number(code) };
}

test("says where it listens, with a curl example that works, and ends on Ctrl+C", async () => {
  const child = start();
  let output = "";
  for await (const chunk of child.stdout) {
    output += String(chunk);
    if (output.includes("Ctrl+C ends it.")) break;
  }
  const [, address] = /Address\s+(\S+)/.exec(output) ?? [];
  const [, key] = /API key\s+(\S+)/.exec(output) ?? [];
  const example = /curl -X PUT '(\S+)'[\s\S]*X-API-Key: (\S+)'[\s\S]*-d '(\S* \S* \S*)'/.exec(output);
  const [, target = "", exampleKey = "", body = ""] = example ?? [];
  expect(target).toBe(`${address}/contacts/cnt_abc123def456`);
  expect(exampleKey).toBe(key);

  const answer = await fetch(target, {
    method: "PUT",
    headers: { "X-API-Key": exampleKey, "Content-Type": "application/json" },
    body,
  });
  expect(await answer.json()).toMatchObject({
    data: { position: "VP of Engineering", tags: ["hot-lead", "enterprise"] },
  });

  child.kill("SIGINT");
  const [code] = await once(child, "exit");
  expect(code).toBe(0);
});

test("--help explains and ends", async () => {
  const { output, errors, code } = await end(start("--help"));
  expect(output).toContain("--port N");
  expect({ errors, code }).toEqual({ errors: "", code: 0 });
});

test("a port that is taken is one sentence and exit code 1", async () => {
  const taken = createServer().listen(0, "127.0.0.1");
  await once(taken, "listening");
  const address = taken.address();
  const port = typeof address === "object" ? address?.port : undefined;
  const { output, errors, code } = await end(start("--port", String(port)));
  taken.close();
  expect(output).toBe("");
  expect(errors).toBe(`Port ${port} is taken: choose another, or none to get a free one.\n`);
  expect(code).toBe(1);
});

test("an option that does not exist is one sentence and exit code 1", async () => {
  const { output, errors, code } = await end(start("--prot", "4010"));
  expect({ output, errors, code }).toEqual({ output: "", errors: "--prot is not an option: see --help.\n", code: 1 });
});

test.each([
  [[], 0],
  [["--port", "4010"], 4010],
  [["--port=4010"], 4010],
  [["--", "--port", "4010"], 4010],
  [["--port", "4010", "--"], 4010],
  [["--port", "0"], 0],
  [["--port", "65535"], 65535],
])("%j listens on %i", (words, port) => {
  expect(readArguments(words)).toEqual({ kind: "listen", port });
});

test.each([
  [["--port"], "--port needs a number, like --port 4010."],
  [["--port", "65536"], "65536 is no port"],
  [["--port", "80a"], "80a is no port"],
  [["--port", "4e3"], "4e3 is no port"],
  [["--port", "x", "--port", "4010"], "x is no port"],
  [["--port", ""], "is no port"],
  [["--port=-1"], "-1 is no port"],
  [["--port", "--help"], "--help is no port"],
  [["4010"], "4010 is not expected here: see --help."],
  [["-p", "4010"], "-p is not an option: see --help."],
])("%j is refused in words", (words, sentence) => {
  expect(readArguments(words)).toEqual({ kind: "refused", sentence: expect.stringContaining(sentence) });
});

test.each([[["--help"]], [["-h"]], [["--port", "1", "--help"]]])("%j asks for help", (words) => {
  expect(readArguments(words)).toEqual({ kind: "help" });
});
