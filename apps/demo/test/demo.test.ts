import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";

const program = fileURLToPath(new URL("../src/demo.ts", import.meta.url));
const folder = new URL("../../../.vscode-test/", import.meta.url);
const foldersOfDemos = async () => (await readdir(folder)).filter((name) => name.startsWith("demo-"));

test("what npm start shows: an update over HTTP, then a VS Code, and after Ctrl+C nothing is left", async () => {
  const before = await foldersOfDemos().catch(() => []);
  // Without a display, and as in a remote window's terminal: no window of this machine's VS Code or browser opens.
  const { DISPLAY: _, WAYLAND_DISPLAY: __, ...headless } = process.env;
  const child = spawn(process.execPath, ["--conditions=@raze-contacts/source", program], {
    env: { ...headless, VSCODE_IPC_HOOK_CLI: "/run/vscode.sock" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  let output = "";
  for await (const chunk of child.stdout.iterator({ destroyOnReturn: false })) {
    output += String(chunk);
    if (output.includes("Ctrl+C ends everything.")) break;
  }

  expect(output).toMatch(/^PUT http:\/\/127\.0\.0\.1:\d+\/external\/v1\/contacts\/cnt_abc123def456$/m);
  expect(output).toContain('{"position":"VP of Engineering","tags":["hot-lead","enterprise"]}');
  expect(output).toMatch(/^ {2}\* Position +CEO {2}→ {2}VP of Engineering$/m);
  expect(output).toMatch(/^ {4}Company +Acme Inc$/m);
  expect(output).toContain("The answer holds what was sent.");

  const [, address = ""] = /is at\n\n +(http\S+)/.exec(output) ?? [];
  expect((await fetch(address, { redirect: "manual" })).status).toBe(302);
  child.kill("SIGINT");
  expect(await once(child, "exit")).toEqual([0, null]);
  await expect(fetch(address)).rejects.toThrow();
  expect(await foldersOfDemos()).toEqual(before);
});
