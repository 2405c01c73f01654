import type { Locator, Page } from "playwright-core";

/** VS Code's modal dialog. */
export class Dialog {
  readonly #box: Locator;

  constructor(page: Page) {
    this.#box = page.locator(".monaco-dialog-box");
  }

  /** Waits for a dialog and reads its message and detail. */
  async text(): Promise<string> {
    return (await this.#box.locator(".dialog-message-container").textContent())?.trim() ?? "";
  }

  /** The labels of the dialog's buttons. */
  async buttons(): Promise<string[]> {
    await this.#box.waitFor();
    return await this.#box.locator(".dialog-buttons .monaco-button").allInnerTexts();
  }

  /** Presses a button and waits for the dialog to close. */
  async press(button: string): Promise<void> {
    await this.#box.getByRole("button", { name: button, exact: true }).click();
    await this.#box.waitFor({ state: "hidden" });
  }
}
