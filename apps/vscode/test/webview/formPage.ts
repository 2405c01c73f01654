import { fileURLToPath } from "node:url";
import { installBrowser } from "@raze-contacts/vscode-host";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import { serveForm } from "./formServer.ts";
import { type FormOptions, type FormPage, openForm } from "./openForm.ts";

export type { FormPage } from "./openForm.ts";

const folder = fileURLToPath(new URL("../../../../.vscode-test", import.meta.url));

/** Stops the page's clock: from here on time passes there only as a test lets it. */
export async function freeze({ page }: FormPage): Promise<void> {
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 60_000);
}

/**
 * Gives a test file a browser and the form in it. A test fails too when the page threw, or did what its policy forbids.
 */
export function useForm(): (options?: FormOptions) => Promise<FormPage> {
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

  return async (options) => {
    for (const opened of browser.contexts()) await opened.close();
    const form = await openForm({ browser, server, problems }, options);
    shown = form.page;
    return form;
  };
}
