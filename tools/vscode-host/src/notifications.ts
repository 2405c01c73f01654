import type { Locator, Page } from "playwright-core";

/** A notification as a person reads it. */
export interface Notice {
  readonly severity: "error" | "warning" | "info";
  readonly message: string;
  readonly buttons: string[];
}

const item = ".notification-list-item";

/** The notifications at the bottom right of the window. */
export class Notifications {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** The toast whose message contains this text. */
  toast(text: string | RegExp): Locator {
    const message = this.#page.locator(".notification-list-item-message", { hasText: text });
    return this.#page.locator(".notifications-toasts").locator(item).filter({ has: message }).first();
  }

  /** Waits for a toast whose message contains this text, and reads it. */
  async waitFor(text: string | RegExp): Promise<Notice> {
    const toast = this.toast(text);
    await toast.waitFor();
    return await read(toast);
  }

  /** Presses a button of the toast whose message contains this text. */
  async press(text: string | RegExp, button: string): Promise<void> {
    await this.toast(text).getByRole("button", { name: button, exact: true }).click();
  }

  /** The toasts that can be seen now. */
  async toasts(): Promise<Notice[]> {
    return await readAll(this.#page.locator(".notifications-toasts").locator(item));
  }

  /** Everything in the notification centre, read and unread, newest first. */
  async centre(): Promise<Notice[]> {
    const centre = this.#page.locator(".notifications-center");
    const bell = this.#page.locator("[id='status.notifications']");
    if (!(await centre.isVisible())) await bell.click();
    await centre.waitFor();
    const notices = await readAll(centre.locator(item));
    await bell.click();
    await centre.waitFor({ state: "hidden" });
    return notices;
  }
}

async function readAll(items: Locator): Promise<Notice[]> {
  return await Promise.all((await items.all()).map(read));
}

async function read(notice: Locator): Promise<Notice> {
  const [icon, message, buttons] = await Promise.all([
    notice.locator(".notification-list-item-icon").getAttribute("class"),
    notice.locator(".notification-list-item-message").textContent(),
    notice.locator(".notification-list-item-buttons-container .monaco-button").allInnerTexts(),
  ]);
  return { severity: severityOf(icon ?? ""), message: message ?? "", buttons };
}

function severityOf(icon: string): Notice["severity"] {
  if (icon.includes("codicon-error")) return "error";
  return icon.includes("codicon-warning") ? "warning" : "info";
}
