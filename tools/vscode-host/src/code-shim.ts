// Stands in for the `code` program that @vscode/test-electron starts: runs an extension's tests in the VS Code from
// the npm registry, and ends with their exit code.
import path from "node:path";
import type { BrowserContext, Page } from "playwright-core";
import { launchBrowser } from "./browser.ts";
import { repositoryFolder } from "./folder.ts";
import { isNoise } from "./host-noise.ts";
import { installBrowser } from "./install-browser.ts";
import { installHost } from "./install-host.ts";
import { startServer } from "./server.ts";
import { parseShimArguments } from "./shim-arguments.ts";

const { VSCODE_HOST_FOLDER: folder = repositoryFolder, VSCODE_HOST_TIMEOUT: limit = "120000" } = process.env;
const log = (line: string) => console.error(line);

async function run(): Promise<number> {
  const { data, ...what } = parseShimArguments(process.argv.slice(2));
  const host = await installHost({ folder, log });
  const executablePath = await installBrowser({ folder, log });
  const server = await startServer({ ...what, host, data, mode: "development" });
  try {
    const context = await launchBrowser(executablePath, path.join(data, "browser"));
    return await runIn(context, server.url).finally(() => context.close());
  } finally {
    await server.stop();
  }
}

/** VS Code calls two functions of its window: one for each line of output, one with the exit code. */
async function runIn(context: BrowserContext, url: string): Promise<number> {
  const page = context.pages().at(0) ?? (await context.newPage());
  await page.exposeFunction("codeAutomationLog", print);
  const finished = new Promise<number>((resolve, reject) => {
    page.exposeFunction("codeAutomationExit", resolve).catch(reject);
    page.once("crash", () => reject(new Error("VS Code's window crashed.")));
    setTimeout(() => giveUp(page).catch(reject), Number(limit)).unref();
  });
  await page.goto(url);
  return await finished;
}

async function giveUp(page: Page): Promise<never> {
  const picture = path.join(folder, "host-tests-timed-out.png");
  await page.screenshot({ path: picture });
  throw new Error(`The tests took longer than ${Number(limit) / 1000} s; see what VS Code looked like in ${picture}.`);
}

function print(kind: string, values: unknown[]): void {
  const line = values.map((value) => (typeof value === "string" ? value : JSON.stringify(value))).join(" ");
  if (isNoise(line)) return;
  if (kind === "error" || kind === "warn") console.error(line);
  else console.log(line);
}

// Whoever runs the tests is gone when our standard input ends, and then nobody waits for the result.
process.stdin.once("end", () => process.kill(process.pid, "SIGTERM")).resume();
const code = await run().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  return 1;
});
process.exit(code);
