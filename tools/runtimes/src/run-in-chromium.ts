import path from "node:path";
import type { Browser, Page } from "playwright-core";
import type { Report, Task } from "./scenario.ts";

/** Opens a page of an address, with core in it. */
export async function openPage(browser: Browser, address: string, project: string): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(address);
  await page.addScriptTag({ path: path.join(project, "bundled", "page.js") });
  return page;
}

/** Runs the scenario in a page of the server's own address, to which no rule for other origins applies. */
export async function runInChromium(browser: Browser, project: string, task: Task): Promise<Report> {
  // What the server answers there does not matter: anything is a page.
  const page = await openPage(browser, new URL(task.baseUrl).origin, project);
  return await page.evaluate<Report>(`runTask(${JSON.stringify(task)})`);
}
