import { errors, type Locator, type Page } from "playwright-core";

const reopenAfter = 1500;
const clickWithin = 10_000;
const label = ".quick-input-list-row:first-child .label-name";

/** VS Code's box at the top of the window: the command palette, input boxes and quick picks. */
export class QuickInput {
  readonly #page: Page;
  readonly #widget: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.#widget = page.locator(".quick-input-widget");
  }

  /** The input with this placeholder. */
  box(placeholder: string): Locator {
    return this.#widget.getByPlaceholder(placeholder, { exact: true });
  }

  /** Types into the input box with this placeholder and accepts. */
  async type(placeholder: string, text: string): Promise<void> {
    await this.box(placeholder).fill(text);
    await this.box(placeholder).press("Enter");
  }

  /** Chooses from the quick pick with this placeholder. */
  async pick(placeholder: string, text: string | RegExp): Promise<void> {
    await this.box(placeholder).waitFor();
    await this.row(text).click();
  }

  /** The first row whose label is this text, or matches it. */
  row(text: string | RegExp): Locator {
    const name = typeof text === "string" ? exactly(text) : text;
    const rows = this.#widget.locator(".monaco-list-row");
    return rows.filter({ has: this.#page.locator(label, { hasText: name }) }).first();
  }

  /** Types into whatever input is open, and does not accept. */
  async search(text: string): Promise<void> {
    await this.#widget.locator(".quick-input-box input").fill(text);
  }

  /** The labels of the rows that can be seen. */
  async choices(): Promise<string[]> {
    return await this.#widget.locator(label).allInnerTexts();
  }

  /** The words above the input. */
  async title(): Promise<string> {
    return (await this.#widget.locator(".quick-input-title").textContent())?.trim() ?? "";
  }

  /** The words below the input: what it asks for, or why it does not accept the text. */
  async message(): Promise<string> {
    return (await this.#widget.locator(".quick-input-message").textContent())?.trim() ?? "";
  }

  /** Closes the box without an answer. */
  async cancel(): Promise<void> {
    // The focus may be elsewhere by now, in a form that has just opened.
    const box = this.#widget.locator(".quick-input-box input");
    if (await box.isVisible()) await box.press("Escape");
    await this.#widget.waitFor({ state: "hidden" });
  }

  /** Runs the command with this title, category included. */
  async run(title: string): Promise<void> {
    const end = Date.now() + 90_000;
    // The palette lists the commands known when it opens, and an extension's may come a little later.
    for (;;) {
      await this.#page.keyboard.press("F1");
      if (await this.#choose(title)) return;
      if (Date.now() > end) throw new Error(`The command palette does not list “${title}”.`);
      await this.cancel();
    }
  }

  /** Chooses a command; a window that is still busy with something else may take the focus, which closes the palette. */
  async #choose(title: string): Promise<boolean> {
    const box = this.#widget.locator(".quick-input-box input");
    try {
      await box.fill(`>${title}`, { timeout: reopenAfter });
      await this.row(title).waitFor({ timeout: reopenAfter });
      await this.row(title).click({ timeout: clickWithin });
      return true;
    } catch (error) {
      if (error instanceof errors.TimeoutError) return false;
      throw error;
    }
  }
}

function exactly(text: string): RegExp {
  return new RegExp(`^\\s*${text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")}\\s*$`);
}
