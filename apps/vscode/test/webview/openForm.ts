import type { Browser, Locator, Page } from "playwright-core";
import type { FromWebview, ToWebview } from "../../src/form/protocol.ts";
import type { Language, serveForm, Theme } from "./formServer.ts";
import { ScriptedHost, type Setting } from "./scriptedHost.ts";

declare global {
  // What the page under test is given by the harness.
  interface Window {
    reportMessage(message: unknown): Promise<void>;
    reportViolation(text: string): Promise<void>;
  }
}

/** How a form opens, and what its host says. */
export type FormOptions = Setting & {
  theme?: Theme;
  /** What the form speaks, if not English. */
  language?: Language;
  width?: number;
  height?: number;
  /** True when the host should not answer "ready" by itself. */
  silent?: boolean;
  /** True when the page comes with what the host would say first. */
  whole?: boolean;
  page?: Parameters<Browser["newPage"]>[0];
};

/** A form in a browser and the host it talks to. */
export type FormPage = {
  page: Page;
  host: ScriptedHost;
  /** The row of a field, by its label. */
  field: (name: string) => Locator;
  /** What the form sent, of one kind. */
  sent: <Kind extends FromWebview["kind"]>(kind: Kind) => Extract<FromWebview, { kind: Kind }>[];
};

/** What a form needs to be opened; what its page complains about is added to the problems. */
type Surroundings = { browser: Browser; server: Awaited<ReturnType<typeof serveForm>>; problems: string[] };

/** Opens the form in a page of its own. */
export async function openForm(
  { browser, server, problems }: Surroundings,
  options: FormOptions = {},
): Promise<FormPage> {
  const {
    theme = "dark-modern",
    language,
    width = 900,
    height = 800,
    silent = false,
    whole = false,
    page: context,
    ...setting
  } = options;
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
      getState: () => JSON.parse(sessionStorage.getItem("state") ?? "null") ?? undefined,
      setState: (state: unknown) => sessionStorage.setItem("state", JSON.stringify(state)),
    }));
  });
  await page.goto(server.address(theme, whole ? host.state() : undefined, language));
  if (!silent) await page.locator(".identity").waitFor();
  return {
    page,
    host,
    field: (name) => page.locator(`[data-field="${name}"]`),
    // The filter leaves messages of this kind alone.
    sent: <Kind extends FromWebview["kind"]>(kind: Kind) =>
      host.received.filter((message): message is Extract<FromWebview, { kind: Kind }> => message.kind === kind),
  };
}
