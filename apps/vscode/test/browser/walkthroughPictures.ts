// Takes the pictures of the walkthrough in a real VS Code, on the sandbox's contacts: `pnpm run pictures`.
import { fileURLToPath } from "node:url";
import manifest from "../../package.json" with { type: "json" };
import { field, idPlaceholder, johnDoe, keyPlaceholder, openProduct, untilDirty } from "./product.ts";

const themes = { dark: "Dark 2026", light: "Light 2026" };

// Nothing is called there: the pictures only show where a key would go.
const { default: baseUrl } = manifest.contributes.configuration.properties["raze.baseUrl"];
const product = await openProduct({}, { settings: { "raze.baseUrl": baseUrl }, viewport: { width: 900, height: 560 } });
const { window, form } = product;
const { page, quickInput } = window;
const { keyboard } = page;

/** A picture in each theme, of the state that `show` brings about. */
async function take(name: string, show: () => Promise<void>, leave: () => Promise<void>): Promise<void> {
  for (const [suffix, theme] of Object.entries(themes)) {
    await window.setTheme(theme);
    await show();
    const file = fileURLToPath(new URL(`../../walkthrough/${name}-${suffix}.png`, import.meta.url));
    console.log(await window.screenshot(file));
    await leave();
  }
}

const cancel = () => quickInput.cancel();
await window.palette("View: Toggle Primary Side Bar Visibility");
await window.palette("Raze: Try the Sandbox");
await quickInput.row("Ana Beatriz Nascimento").waitFor();
await cancel();

await take(
  "sandbox",
  async () => {
    await window.palette("Raze: Edit Contact…");
    await quickInput.row("Ana Beatriz Nascimento").waitFor();
  },
  cancel,
);

await window.palette("Raze: Edit Contact…");
await quickInput.type(idPlaceholder, johnDoe);
await field(product, "Position").fill("VP of Engineering");
await field(product, "Company").fill("Initech");
await untilDirty(product, true);
await take(
  "form",
  () => field(product, "Company").focus(),
  async () => {},
);

await take(
  "review",
  async () => {
    await window.palette("Raze: Review Changes");
    await page.locator(".monaco-diff-editor").waitFor();
    await page.locator(".monaco-diff-editor .line-insert").first().waitFor();
  },
  () => window.palette("View: Close Editor"),
);
await form.getByRole("button", { name: "Revert all" }).click();
await untilDirty(product, false);
await window.palette("View: Close Editor");

await take(
  "field",
  async () => {
    await window.palette("Raze: Update Field…");
    await quickInput.type(idPlaceholder, johnDoe);
    await quickInput.row("Position").waitFor();
    await keyboard.type("Position");
    await keyboard.press("Enter");
    await quickInput.type("New value, such as VP of Engineering", "VP of Engineering");
    await quickInput.row(/Save Position/).waitFor();
  },
  cancel,
);

await take(
  "sign-in",
  async () => {
    await window.palette("Raze: Sign In…");
    await quickInput.box(keyPlaceholder).waitFor();
  },
  cancel,
);
await product.close();
