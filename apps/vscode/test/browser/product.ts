import path from "node:path";
import { fileURLToPath } from "node:url";
import {
  type CallName,
  createFaultySandbox,
  type FaultySandbox,
  type FaultySandboxOptions,
} from "@raze-contacts/sandbox/faults";
import { type ListeningSandbox, listen } from "@raze-contacts/sandbox/node";
import { openWorkbench, type View, type Workbench, type WorkbenchOptions } from "@raze-contacts/vscode-host";
import type { FrameLocator, Locator } from "playwright-core";
import type { RunnerTestCase } from "vitest";

const inApp = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** A key that must appear nowhere but in the requests. */
export const canaryKey = "gr_live_canary0123456789abcdef";
/** The contact of the API's own example. */
export const johnDoe = "cnt_abc123def456";
export const contactPath = `/external/v1/contacts/${johnDoe}`;

export const idPlaceholder = "Name, email, company, ID or GetRaze address";
export const keyPlaceholder = "Paste your API key";
export const whosePlaceholder = "Which account is the key for?";

/** The extension in a real VS Code, and a GetRaze server on a loopback port. */
export type Product = {
  readonly sandbox: FaultySandbox;
  readonly server: ListeningSandbox;
  readonly window: Workbench;
  readonly form: FrameLocator;
  /** Removes window and server. */
  close(): Promise<void>;
};

/** How VS Code is opened. With `storage`, a folder that keeps what it remembers, it can be opened again. */
type WindowOptions = Pick<WorkbenchOptions, "settings" | "workspace" | "storage" | "beside"> & View;

const openWindow = (options: WindowOptions): Promise<Workbench> =>
  openWorkbench({ extension: inApp("."), workspace: inApp("test/workspace"), ...options });

/** Opens both; nobody is signed in. */
export async function openProduct(
  options: FaultySandboxOptions = {},
  { settings, ...more }: WindowOptions = {},
): Promise<Product> {
  const sandbox = createFaultySandbox(options);
  const server = await listen(sandbox, { key: canaryKey });
  const window = await openWindow({
    // An editor over the window would keep the palette from opening.
    settings: { "raze.baseUrl": server.url, "workbench.editor.useModal": "off", ...settings },
    ...more,
  });
  return {
    sandbox,
    server,
    window,
    form: window.webview(),
    close: async () => {
      await window.close();
      await server.close();
    },
  };
}

/** Keeps a picture of how a test has left the window. */
export async function keepPicture(
  { window }: Product,
  { file, name, result }: Readonly<RunnerTestCase>,
): Promise<void> {
  const isFailed = result?.state === "fail";
  const walk = path.basename(file.name, ".test.ts");
  const picture = inApp(`.test/${isFailed ? "failed" : "seen"}/${walk}/${name.replace(/\W+/g, "-")}.png`);
  await window.screenshot(picture);
  if (isFailed) console.error(`A picture of the window is in ${picture}`);
}

/** Raze: Sign In…, with a key; where there is an account already, also says whose it is. */
export async function signIn({ window }: Product, key = canaryKey, whose?: string | RegExp): Promise<void> {
  await window.palette("Raze: Sign In…");
  if (whose !== undefined) await window.quickInput.pick(whosePlaceholder, whose);
  await window.quickInput.type(keyPlaceholder, key);
  await window.quickInput.box(keyPlaceholder).waitFor({ state: "hidden" });
}

/** Raze: Edit Contact…, by id. */
export async function editContact({ window, form }: Product, id = johnDoe): Promise<void> {
  await window.palette("Raze: Edit Contact…");
  await window.quickInput.type(idPlaceholder, id);
  // The form of the contact that was in front before has a name too.
  await form.locator("header", { hasText: id }).waitFor();
}

/** Raze: Try the Sandbox, and leaves the list of its contacts. */
export async function trySandbox({ window }: Product): Promise<void> {
  await window.palette("Raze: Try the Sandbox");
  await window.quickInput.row("Ana Beatriz Nascimento").waitFor();
  await window.quickInput.cancel();
}

/** What the status bar says was done, for those who look and for those who listen. */
export const told = ({ window }: Product, sentence: string | RegExp): Locator =>
  window.page.getByRole("alert", { name: sentence, exact: true }).filter({ hasText: sentence });

/** Waits until VS Code says that the extension runs here: "web worker", or the address of a remote host. */
export async function untilRunsIn({ window }: Product, place: string): Promise<void> {
  await window.palette("Developer: Show Running Extensions");
  const running = window.page.locator(".runtime-extensions-editor .monaco-list-row", { hasText: "Raze Contacts" });
  await running.filter({ hasText: place }).waitFor();
}

/** The input of a text field, changed or not. */
export const field = ({ form }: Product, label: string): Locator =>
  form.getByRole("textbox", { name: new RegExp(`^${label}( \\(\\w+\\))?$`) });

/** What the server received since the last time, as "METHOD path body". */
export const takeReceived = ({ sandbox }: Product): string[] =>
  sandbox.received.splice(0).map(({ method, path, body }) => [method, path, body].filter(Boolean).join(" "));

/** Waits until the tab in front is dirty, or is not. */
export async function untilDirty({ window }: Product, dirty: boolean): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    if ((await window.activeTab())?.dirty === dirty) return;
    await window.page.waitForTimeout(50);
  }
  throw new Error(`The tab never became ${dirty ? "dirty" : "clean"}.`);
}

/** Reloads the window as a person does from the palette, which lets VS Code put everything by first. */
export async function reloadWindow({ window }: Product): Promise<void> {
  const loaded = window.page.waitForEvent("load");
  await window.palette("Developer: Reload Window");
  await loaded;
}

/** Ends VS Code as a crash would, and opens it again on what it has kept. */
export async function crash(product: Product, storage: string): Promise<void> {
  await product.window.kill();
  const window = await openWindow({ storage });
  Object.assign(product, { window, form: window.webview(), close: () => window.close().then(product.server.close) });
}

/** Lets the server hold back the next call of a kind: before it applies the call, or only its answer. */
export function hold({ sandbox }: Product, on: CallName, what: "call" | "answer" = "call") {
  let arrive = () => {};
  let release = () => {};
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  sandbox.faults.next(
    async (_, answer) => {
      const early = what === "answer" ? await answer() : undefined;
      arrive();
      await released;
      return early ?? answer();
    },
    { on },
  );
  return { arrived, release };
}

/** The seed's contact as the server holds it now. */
export function remote({ sandbox }: Product) {
  const contact = sandbox.contacts.get(johnDoe);
  if (contact === undefined) throw new Error("The seed's contact is gone.");
  return contact;
}

/** Somebody else changes the seed's contact. */
export function change(product: Product, fields: Record<string, unknown>): void {
  product.sandbox.contacts.set(johnDoe, { ...remote(product), ...fields });
}

/** Waits until VS Code has put a draft with this text by on disk. */
export async function untilKept({ window }: Product, text: string): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    if ((await window.backups()).some((backup) => backup.includes(text))) return;
    await window.page.waitForTimeout(50);
  }
  throw new Error("VS Code never put the draft by.");
}
