import { fileURLToPath } from "node:url";
import { installBrowser } from "@raze-contacts/vscode-host";
import { type Browser, chromium, type Locator, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import type { FromWebview, ToWebview } from "../../src/form/protocol.ts";
import { serveForm, type Theme } from "./formServer.ts";
import { ScriptedHost, type Setting } from "./scriptedHost.ts";

const folder = fileURLToPath(new URL("../../../../.vscode-test", import.meta.url));

declare global {
  // What the page under test is given by the harness.
  interface Window {
    reportMessage(message: unknown): Promise<void>;
    reportViolation(text: string): Promise<void>;
  }
}

type Options = Setting & {
  theme?: Theme;
  width?: number;
  height?: number;
  /** True when the host should not answer "ready" by itself. */
  silent?: boolean;
  page?: Parameters<Browser["newPage"]>[0];
};

/** Stops the page's clock: from here on time passes there only as a test lets it. */
export async function freeze({ page }: FormPage): Promise<void> {
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 60_000);
}

/** A form in a browser and the host it talks to. */
export type FormPage = {
  page: Page;
  host: ScriptedHost;
  /** The row of a field, by its label. */
  field: (name: string) => Locator;
  /** What the form sent, of one kind. */
  sent: <Kind extends FromWebview["kind"]>(kind: Kind) => Extract<FromWebview, { kind: Kind }>[];
};

/**
 * Gives a test file a browser and the form in it. A test fails too when the page threw, or did what its policy forbids.
 */
export function useForm(): (options?: Options) => Promise<FormPage> {
  let browser: Browser;
  const problems: string[] = [];
  let server: Awaited<ReturnType<typeof serveForm>>;
  beforeAll(async () => {
    const executablePath = await installBrowser({ folder });
    [browser, server] = await Promise.all([chromium.launch({ executablePath }), serveForm()]);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  let shown: Page | undefined;
  afterEach(async ({ task }) => {
    // A picture of how each test has left the form.
    await shown?.screenshot({ path: `.test/seen/form/${task.name.replace(/\W+/g, "-")}.png`, animations: "disabled" });
    shown = undefined;
    expect(problems.splice(0)).toEqual([]);
  });

  return async (options = {}) => {
    const { theme = "dark-modern", width = 900, height = 800, silent = false, page: context, ...setting } = options;
    for (const opened of browser.contexts()) await opened.close();
    const page = await browser.newPage({ viewport: { width, height }, locale: "en-GB", timezoneId: "UTC", ...context });
    page.on("pageerror", (error) => problems.push(error.message));
    page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
    const send = (message: ToWebview) =>
      page.evaluate((json) => window.postMessage(JSON.parse(json)), JSON.stringify(message));
    const host = new ScriptedHost(send, setting);
    host.isHolding = silent;
    await page.exposeFunction("reportMessage", (message: FromWebview) => host.receive(message));
    await page.exposeFunction("reportViolation", (text: string) => problems.push(text));
    await page.addInitScript(() => {
      document.addEventListener("securitypolicyviolation", ({ violatedDirective, sample }) => {
        void window.reportViolation(`${violatedDirective} ${sample}`);
      });
      Reflect.set(window, "acquireVsCodeApi", () => ({
        postMessage: (message: unknown) => void window.reportMessage(message),
        getState: () => JSON.parse(sessionStorage.getItem("state") ?? "null"),
        setState: (state: unknown) => sessionStorage.setItem("state", JSON.stringify(state)),
      }));
    });
    await page.goto(server.address(theme));
    shown = page;
    if (!silent) await page.locator(".identity").waitFor();
    return {
      page,
      host,
      field: (name) => page.locator(`[data-field="${name}"]`),
      // The filter leaves messages of this kind alone.
      sent: <Kind extends FromWebview["kind"]>(kind: Kind) =>
        host.received.filter((message): message is Extract<FromWebview, { kind: Kind }> => message.kind === kind),
    };
  };
}
