import { installBrowser } from "@raze-contacts/vscode-host";
import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, inject, test } from "vitest";
import { nodeProgram, workerdProgram } from "../src/pinned.ts";
import { runInChromium } from "../src/run-in-chromium.ts";
import { runInNode } from "../src/run-in-node.ts";
import { runInWorkerd } from "../src/run-in-workerd.ts";
import type { Report, Task } from "../src/scenario.ts";
import { serveScenario } from "../src/server.ts";
import { expectedReport, expectedRequests, inChromium, inWorkerd } from "./expected-report.ts";

const project = inject("project");
let browser: Browser;
beforeAll(async () => {
  browser = await chromium.launch({ executablePath: await installBrowser() });
});
afterAll(() => browser?.close());

type Runtime = {
  readonly name: string;
  /** What it calls itself. */
  readonly self: RegExp;
  readonly run: (task: Task) => Promise<Report>;
  /** Where its report is another. */
  readonly differences?: Report;
  /** Whether it sends a request again by itself when a connection breaks that it had used before. */
  readonly resends?: true;
};

const node = (line: number, program: string): Runtime => ({
  name: `Node ${line}`,
  self: new RegExp(`^v${line}\\.`),
  run: (task) => runInNode(program, project, task),
});

const workerd = (compatibilityDate: string): Runtime => ({
  name: `workerd as of ${compatibilityDate}`,
  self: /^Cloudflare-Workers$/,
  run: (task) => runInWorkerd(workerdProgram(), compatibilityDate, project, task),
  differences: inWorkerd,
});

// The registry has no other Nodes for Windows.
const otherLines = process.platform === "win32" ? [] : [20, 22, 24];

const runtimes: readonly Runtime[] = [
  ...otherLines.map((line) => node(line, nodeProgram(line))),
  node(Number.parseInt(process.versions.node, 10), process.execPath),
  workerd("2024-11-11"), // the first day on which its fetch knows "cache"
  workerd("2026-11-17"),
  {
    name: "Chromium",
    self: / (?:Headless)?Chrome\//,
    run: (task) => runInChromium(browser, project, task),
    differences: inChromium,
    resends: true,
  },
];

const isResent = (request: string, index: number, requests: readonly string[]): boolean =>
  request.endsWith("/cnt_reset") && request === requests[index - 1];

test.concurrent.for(runtimes)("core does the same in $name", async (runtime, { expect }) => {
  const { self, run, differences, resends } = runtime;
  const { task, sandbox, left, close } = await serveScenario();
  try {
    const report = { ...expectedReport, ...differences, runtime: expect.stringMatching(self) };
    expect(await run(task)).toEqual(report);

    const calls = sandbox.received.filter(({ path }) => path.startsWith("/external/"));
    const requests = calls.map(({ method, path }) => `${method} ${path}`);
    const sent = resends ? requests.filter((...request) => !isResent(...request)) : requests;
    expect(sent).toEqual(expectedRequests);

    // An answer that nobody waits for any more is let go of: its connection closes.
    await expect.poll(() => left).toEqual(["cnt_stalled_until_abort", "cnt_stalled_until_deadline"]);
  } finally {
    await close();
  }
});
