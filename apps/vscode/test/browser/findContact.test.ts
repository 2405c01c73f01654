import { answerWith, type Fault, rateLimited } from "@raze-contacts/sandbox/faults";
import { beforeAll, expect, test } from "vitest";
import {
  canaryKey,
  contactPath,
  editContact,
  field,
  idPlaceholder,
  johnDoe,
  keyPlaceholder,
  remote,
  signIn,
  takeReceived,
} from "./product.ts";
import { useProduct } from "./useProduct.ts";

const product = useProduct();
beforeAll(() => signIn(product));

const ana = "cnt_cid3ycicn8tb";
const searchFor = (term: string) => `GET /external/v1/contacts?limit=50&search=${term}`;

/** Raze: Edit Contact…, with the list open. */
async function openList() {
  await product.window.palette("Raze: Edit Contact…");
  // A form that has only just got the focus back may take it again: nobody is as fast as a test.
  await product.window.quickInput.box(idPlaceholder).focus();
}

const press = (key: string) => product.window.page.keyboard.press(key);
const type = (text: string) => product.window.page.keyboard.type(text);
const choices = () => expect.poll(() => product.window.quickInput.choices());
const busyMark = () => product.window.page.locator(".quick-input-widget .monaco-progress-container.active");
const chosenRow = () =>
  product.window.page.locator(".quick-input-list .monaco-list-row.focused .label-name").first().textContent();

/** Waits until the form of a contact is in front and has the focus, which it takes a little after it has come. */
async function untilInFront(name: string) {
  await expect.poll(async () => (await product.window.activeTab())?.label).toContain(name);
  await product.form.getByRole("heading", { name }).waitFor();
  await expect.poll(() => product.window.page.evaluate("document.activeElement?.tagName")).toBe("IFRAME");
}

/** Opens a contact and waits until it is in front. */
async function open(id: string, name: string) {
  await editContact(product, id);
  await untilInFront(name);
}

/** Pastes as a person does: through the clipboard. */
async function paste(text: string) {
  const { page } = product.window;
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(text)})`);
  await press("ControlOrMeta+v");
}

/** Lets the server answer the next search only when told to. */
function holdSearch(): () => void {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const fault: Fault = async (_, answer) => {
    await held;
    return answer();
  };
  product.sandbox.faults.next(fault, { on: "list" });
  return release;
}

test("a search shows that it waits, keeps the server's order, and opens what it has found", async () => {
  const { window } = product;
  takeReceived(product);
  await openList();
  await choices().toEqual([]);
  const release = holdSearch();
  await type("acme");
  await busyMark().waitFor();
  release();
  await window.quickInput.row("John Doe").waitFor();
  await busyMark().waitFor({ state: "hidden" });
  expect(takeReceived(product)).toEqual([searchFor("acme")]);

  await window.quickInput.search("example.com");
  await expect.poll(async () => (await window.quickInput.choices()).length).toBeGreaterThan(3);
  const newestFirst = [...product.sandbox.contacts.values()]
    .sort((one, other) => Date.parse(String(other.created_at)) - Date.parse(String(one.created_at)))
    .filter(({ email }) => email?.includes("example.com"))
    .map(({ name }) => name);
  await choices().toEqual(newestFirst.slice(0, (await window.quickInput.choices()).length));

  await window.quickInput.search("hanako");
  await choices().toEqual(["山田 花子"]);
  const row = () => window.quickInput.row("山田 花子").textContent();
  await expect.poll(row, { message: "found by what the list does not show" }).toContain("hanako.yamada@example.com");
  await window.quickInput.search("example.com");
  await expect.poll(async () => (await window.quickInput.choices()).length).toBeGreaterThan(3);

  await window.quickInput.search("acme");
  await choices().toEqual(["John Doe"]);
  takeReceived(product);
  await press("Enter");
  await untilInFront("John Doe");
  expect(takeReceived(product), "the search was not made twice").toEqual([`GET ${contactPath}`]);
});

test("recent contacts are there at once, and a hit among them is shown once", async () => {
  const { window } = product;
  await open(ana, "Ana Beatriz Nascimento");
  takeReceived(product);
  await openList();
  await choices().toEqual(["Ana Beatriz Nascimento", "John Doe"]);
  expect(await window.quickInput.row("John Doe").textContent()).toMatch(/Acme Inc.*cnt_abc123def456 · \w+/s);
  await window.screenshot(".test/seen/findContact/recents.png");
  await type("john@example.com");
  await choices().toEqual(["John Doe"]);
  expect(takeReceived(product)).toEqual([searchFor("john%40example.com")]);
  await window.quickInput.cancel();
});

test("a recent contact that has another name by now is found under that", async () => {
  const { sandbox, window } = product;
  const before = sandbox.contacts.get(ana);
  if (before === undefined) throw new Error("Ana is gone.");
  const name = "Ana Prado $(50%) $(bug)"; // of these two, VS Code has one for an icon
  sandbox.contacts.set(ana, { ...before, name, company: "Nova" });
  await openList();
  await choices().toEqual(["Ana Beatriz Nascimento", "John Doe"]);
  await type("prado");
  await choices().toEqual([name]);
  expect(await window.quickInput.row(name).textContent()).toContain("Nova");
  await window.quickInput.cancel();
  sandbox.contacts.set(ana, before);
});

test("a late answer leaves whoever has chosen a row there", async () => {
  const { window, sandbox } = product;
  const jane = "cnt_jane00000001";
  sandbox.contacts.set(jane, { ...remote(product), id: jane, name: "Jane Doe" });
  sandbox.contacts.set("cnt_other0000001", { ...remote(product), id: "cnt_other0000001", name: "A. Doe" });
  await open(jane, "Jane Doe");
  await openList();
  const release = holdSearch();
  await type("doe");
  await busyMark().waitFor();
  await choices().toEqual(["Jane Doe", "John Doe"]);
  await press("ArrowDown");
  await expect.poll(chosenRow).toBe("John Doe");
  await window.page.waitForTimeout(1000); // the extension hears of it
  release();
  await choices().toEqual(["Jane Doe", "John Doe", "A. Doe"]);
  await expect.poll(chosenRow).toBe("John Doe");
  await window.quickInput.cancel();
});

test("a failed search says why in the list, and Enter tries again", async () => {
  const { window, sandbox } = product;
  sandbox.faults.next(rateLimited({ header: "3600" }), { on: "list" });
  await openList();
  await type("müller");
  await window.quickInput.row(/This hour's calls are used up until/).waitFor();
  await window.screenshot(".test/seen/findContact/used-up.png");
  takeReceived(product);
  await press("Enter");
  await choices().toEqual(["Jürgen Weißmüller"]);
  expect(takeReceived(product)).toEqual([searchFor("m%C3%BCller")]);

  const unavailable = answerWith(() => Response.json({ success: false }, { status: 503 }));
  sandbox.faults.next(unavailable, { on: "list" });
  await type("!");
  await window.quickInput.row(/not available/).waitFor();
  await window.quickInput.cancel();

  const permissions = sandbox.keys.get(canaryKey)?.permissions ?? [];
  sandbox.keys.set(canaryKey, { permissions: ["contacts:write"] });
  await openList();
  await type("müller");
  await window.quickInput.row(/lacks the permission contacts:read/).waitFor();
  await window.quickInput.cancel();
  sandbox.keys.set(canaryKey, { permissions });
  expect(await window.notifications.toasts()).toEqual([]);
});

test("with few calls left, a search waits for Enter", async () => {
  const { window, sandbox } = product;
  const left =
    (calls: number): Fault =>
    async (_, answer) => {
      const { status, headers, body } = await answer();
      const told = { ...Object.fromEntries(headers), "x-ratelimit-limit": "100", "x-ratelimit-remaining": `${calls}` };
      return new Response(body, { status, headers: told });
    };
  sandbox.faults.next(left(9), { on: "list" });
  await openList();
  await type("müller");
  await choices().toEqual(["Jürgen Weißmüller"]);
  takeReceived(product);
  await window.quickInput.search("donau");
  await window.quickInput.row("Search for “donau”").waitFor();
  await expect.poll(() => window.quickInput.row(/donau/).textContent()).toContain("Press Enter to spend one");
  await window.screenshot(".test/seen/findContact/few-calls.png");
  expect(takeReceived(product)).toEqual([]);
  sandbox.faults.next(left(0), { on: "list" });
  await press("Enter");
  await choices().toEqual(["Jürgen Weißmüller"]);
  expect(takeReceived(product)).toEqual([searchFor("donau")]);
  await window.quickInput.search("vienna");
  await window.quickInput.row("Search for “vienna”").waitFor();
  const none = await window.quickInput.row(/vienna/).textContent();
  expect(none, "nothing is left to spend").toContain("This hour's calls are used up until");
  expect(none).not.toContain("spend");
  await window.screenshot(".test/seen/findContact/no-calls.png");
  await window.quickInput.cancel();
});

test("several ids open together, and the one that fails says which and why", async () => {
  const { window } = product;
  await window.palette("View: Close All Editors");
  await openList();
  await paste(`${johnDoe}\ncnt_missing00001,\nhttps://app.getraze.com/contacts/${ana}`);
  await window.quickInput.row("Open 3 contacts").waitFor();
  await window.screenshot(".test/seen/findContact/several-ids.png");
  await press("Enter");
  const notice = await window.notifications.waitFor(/cnt_missing00001: There is no such contact/);
  expect(notice.message).toContain("Not opened: 1 of 3 contacts.");
  await untilInFront("Ana Beatriz");
  expect(await window.tabs()).toEqual([expect.stringMatching(/John Doe/), expect.stringMatching(/Ana Beatriz/)]);
  await window.palette("Notifications: Clear All Notifications");
});

test("more than ten are opened only after a yes", async () => {
  const { window } = product;
  const tabs = await window.tabs();
  await openList();
  await paste(Array.from({ length: 11 }, (_, index) => `cnt_many${index}`).join(" "));
  await window.quickInput.row("Open 11 contacts").waitFor();
  takeReceived(product);
  await press("Enter");
  expect(await window.dialog.text()).toContain("Open 11 contacts?");
  await window.screenshot(".test/seen/findContact/more-than-ten.png");
  await window.dialog.press("Cancel");
  expect(takeReceived(product)).toEqual([]);
  expect(await window.tabs()).toEqual(tabs);
});

test("a recent contact is forgotten by keyboard alone, and Esc leaves everything else as it was", async () => {
  const { window } = product;
  const tabs = await window.tabs();
  await openList();
  await choices().toEqual(["Ana Beatriz Nascimento", "John Doe", "Jane Doe"]);
  takeReceived(product);
  await press("ArrowDown");
  await expect.poll(chosenRow).toBe("John Doe");
  const focused = window.page.locator(":focus");
  await press("Tab"); // into the list
  await press("Tab"); // to the buttons of the row
  for (const button of ["Copy ID", "Forget"]) {
    await press("ArrowRight");
    await expect.poll(() => focused.getAttribute("aria-label")).toBe(button);
  }
  await press("Enter");
  await choices().toEqual(["Ana Beatriz Nascimento", "Jane Doe"]);
  await expect.poll(() => focused.getAttribute("class")).toContain("monaco-list");
  await press("ArrowDown");
  await expect.poll(chosenRow).toBe("Jane Doe");
  await window.quickInput.cancel();
  expect(await window.tabs()).toEqual(tabs);
  await openList();
  await choices().toEqual(["Ana Beatriz Nascimento", "Jane Doe"]);
  await window.quickInput.cancel();
  expect(takeReceived(product)).toEqual([]);
});

test("a row's button starts Update Field… with its contact", async () => {
  const { window } = product;
  await openList();
  await press("ArrowDown");
  await expect.poll(chosenRow).toBe("Jane Doe");
  await press("Tab");
  await press("Tab");
  await expect.poll(() => window.page.locator(":focus").getAttribute("aria-label")).toBe("Update One Field");
  await press("Enter");
  await window.quickInput.box("Which field?").waitFor();
  expect(await window.quickInput.title()).toMatch(/^Update Field · cnt_/);
  await window.quickInput.cancel();
});

test("a key that was revoked meanwhile leads to sign-in and back to what was typed", async () => {
  const { window, sandbox } = product;
  const key = sandbox.keys.get(canaryKey);
  sandbox.keys.delete(canaryKey);
  await openList();
  await type("acme");
  await window.quickInput.row(/does not know this API key/).waitFor();
  if (key !== undefined) sandbox.keys.set(canaryKey, key);
  await press("ArrowUp"); // the last row
  await expect.poll(chosenRow).toMatch(/does not know this API key/);
  await press("Enter");
  await window.quickInput.type(keyPlaceholder, canaryKey);
  await expect.poll(() => window.quickInput.box(idPlaceholder).inputValue()).toBe("acme");
  await window.quickInput.row("John Doe").waitFor();
  await window.quickInput.cancel();
});

test("a link opens its contact after a yes to the account and the id, and a hostile one opens nothing", async () => {
  const { window } = product;
  const { host } = new URL(product.server.url);
  await window.palette("View: Close All Editors");
  takeReceived(product);
  await openLink(`/contact/${johnDoe}`);
  await expect.poll(() => window.dialog.text()).toContain(`the contact ${johnDoe} in ${host}`);
  await window.dialog.press("Cancel");
  expect(takeReceived(product)).toEqual([]);
  expect(await window.tabs()).toEqual([]);

  for (const [link, reason] of [
    ["/contact/..%2Fkeys", /only links that end in \/contact\//],
    [`/contact/${johnDoe}?key=x`, /contains more than a contact ID/],
    ["/contact/cnt_1%E2%80%AEexe", /cannot be a contact ID/],
  ] as const) {
    await openLink(link);
    await window.notifications.waitFor(reason);
  }
  expect(takeReceived(product)).toEqual([]);

  await openLink(`/contact/${johnDoe}`);
  await expect.poll(() => window.dialog.text()).toContain(johnDoe);
  await window.dialog.press("Open Contact");
  await field(product, "Name").waitFor();
  expect(takeReceived(product)).toEqual([`GET ${contactPath}`]);
});

test("the editor's context menu offers it for an id that is selected, and for nothing else", async () => {
  const { window } = product;
  await window.page.getByRole("treeitem", { name: "notes.txt" }).dblclick();
  const line = window.page.locator(".view-line", { hasText: johnDoe });
  await line.waitFor();
  const menuItem = window.page.getByRole("menuitem", { name: "Edit Contact…" });
  const select = async (start: number, length: number) => {
    await press("ControlOrMeta+Home");
    for (let moves = 0; moves < start; moves += 1) await press("ArrowRight");
    for (let moves = 0; moves < length; moves += 1) await press("Shift+ArrowRight");
  };
  /** Opens the menu anew: the extension hears of a selection a moment after it is made. */
  const offers = async () => {
    const menu = window.page.getByRole("menuitem", { name: "Command Palette..." });
    // Without a menu, Escape would take the selection away.
    if (await menu.isVisible()) await press("Escape");
    await press("Shift+F10");
    await menu.waitFor();
    return menuItem.count();
  };
  await select(0, 4);
  await expect.poll(offers, { interval: 1_000 }).toBe(0);
  await press("Escape");
  await select(5, johnDoe.length);
  await expect.poll(offers, { interval: 1_000 }).toBe(1);
  // A menu that has just opened does not take a click yet.
  const choose = async () => {
    if (await menuItem.isVisible()) await menuItem.click();
    return window.quickInput.box(idPlaceholder).isVisible();
  };
  await expect.poll(choose, { interval: 1_000 }).toBe(true);
  await expect.poll(() => window.quickInput.box(idPlaceholder).inputValue()).toBe(johnDoe);
  await window.quickInput.cancel();
});

/** Opens a link to the extension as the system would. */
async function openLink(path: string) {
  const { window } = product;
  await window.palette("Developer: Open URL");
  await window.quickInput.search(`code-oss://raze-contacts.raze-contacts${path}`);
  await press("Enter");
  // VS Code asks first; our own dialog takes the place of its dialog.
  await window.page.getByRole("dialog").getByRole("button", { name: "Open", exact: true }).click();
}
