import path from "node:path";
import type { BrowserContext, FrameLocator, Page, PageScreenshotOptions } from "playwright-core";
import { storedBackups } from "./backups.ts";
import { Dialog } from "./dialog.ts";
import { Notifications } from "./notifications.ts";
import { type Problem, ProblemCollector } from "./problems.ts";
import { QuickInput } from "./quick-input.ts";
import type { Server } from "./server.ts";
import { changeSettings, type Settings } from "./settings.ts";
import { themeClass } from "./theme.ts";

/** The tab in front. */
export interface Tab {
  readonly label: string;
  readonly dirty: boolean;
}

/** What a window is made of. */
interface Parts {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly server: Server;
  /** The folder of VS Code's server. */
  readonly root: string;
  /** The folder in which VS Code keeps what it remembers. */
  readonly data: string;
  /** Removes what is not to be kept. */
  readonly discard: () => Promise<void>;
}

/** A VS Code window with the extension in it, driven the way a person drives it. */
export class Workbench {
  readonly page: Page;
  readonly server: Server;
  readonly quickInput: QuickInput;
  readonly notifications: Notifications;
  readonly dialog: Dialog;
  /** What the window and its webviews have complained about so far; a test that expected something may empty it. */
  readonly problems: Problem[];
  readonly #collector: ProblemCollector;
  readonly #parts: Parts;
  #closed = false;

  constructor(parts: Parts) {
    this.page = parts.page;
    this.server = parts.server;
    this.quickInput = new QuickInput(parts.page);
    this.notifications = new Notifications(parts.page);
    this.dialog = new Dialog(parts.page);
    this.#collector = new ProblemCollector(parts.context);
    this.problems = this.#collector.problems;
    this.#parts = parts;
  }

  /** Goes to the server's address and waits until the window is there. */
  async load(): Promise<void> {
    await this.page.goto(this.server.url);
    await this.#ready();
  }

  /** Reloads the window and waits until it is there again. */
  async reload(): Promise<void> {
    await this.#collector.ignoreDuring(() => this.page.reload({ waitUntil: "commit" }));
    await this.#ready();
  }

  /** Opens a second window on the same workspace, as a second tab of the same browser; it ends with this one. */
  async openAnother(): Promise<Workbench> {
    const page = await this.#parts.context.newPage();
    const another = new Workbench({ ...this.#parts, page });
    await another.load();
    return another;
  }

  /** Runs a command from the palette by its full title, such as “View: Close Editor”. */
  async palette(title: string): Promise<void> {
    await this.quickInput.run(title);
  }

  /** The content of a webview that can be seen; the first one, unless an index says otherwise. */
  webview(index = 0): FrameLocator {
    return this.page.frameLocator("iframe.webview.ready:visible").nth(index).frameLocator("iframe#active-frame");
  }

  /** Presses the key that saves. */
  async save(): Promise<void> {
    await this.page.keyboard.press("ControlOrMeta+s");
  }

  /** The tab in front, if an editor is open. */
  async activeTab(): Promise<Tab | undefined> {
    const tab = this.page.locator(".editor-group-container.active .tab.active").first();
    if (!(await tab.isVisible())) return undefined;
    const [label, classes] = await Promise.all([
      tab.locator(".monaco-icon-label-container").textContent(),
      tab.getAttribute("class"),
    ]);
    return { label: label ?? "", dirty: (classes ?? "").split(" ").includes("dirty") };
  }

  /** The labels of all tabs, from left to right. */
  async tabs(): Promise<string[]> {
    return await this.page.locator(".tabs-container .tab .monaco-icon-label-container").allInnerTexts();
  }

  /** Changes user settings, and reloads the window, as VS Code's server does not reliably see the file change. */
  async changeSettings(changes: Settings): Promise<void> {
    await changeSettings(this.server.settingsFile, changes);
    await this.reload();
  }

  /**
   * Chooses a colour theme, such as “Dark 2026”, without a reload.
   * @param label what the picker calls it, where that is not the setting's name for it
   */
  async setTheme(name: string, label = name): Promise<void> {
    const arrived = this.page.locator(`.monaco-workbench.${await themeClass(this.#parts.root, name)}`);
    await this.palette("Preferences: Color Theme");
    await this.quickInput.search(label);
    await this.quickInput.row(label).click();
    await arrived.waitFor();
  }

  /** The texts that VS Code has put by on disk, for editors that are not saved. */
  async backups(): Promise<string[]> {
    return await storedBackups(this.#parts.data);
  }

  /** Takes a screenshot of the window, and returns where it is. */
  async screenshot(file: string, options: PageScreenshotOptions = {}): Promise<string> {
    const target = path.resolve(file);
    await this.page.screenshot({ animations: "disabled", caret: "hide", ...options, path: target });
    return target;
  }

  /** Closes the window the way a person does, so that VS Code puts by what is not saved, and ends everything. */
  async close(): Promise<void> {
    if (!this.#closed && !this.page.isClosed()) {
      const gone = this.page.waitForEvent("close");
      await this.page.close({ runBeforeUnload: true });
      await gone;
    }
    await this.kill();
  }

  /** Ends everything at once, as a crash would. */
  async kill(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await this.#parts.context.close();
    await this.server.stop();
    await this.#parts.discard();
  }

  async #ready(): Promise<void> {
    await this.page.locator(".monaco-workbench .part.statusbar .statusbar-item").first().waitFor();
  }
}
