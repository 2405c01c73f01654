// Takes the pictures of the documentation in a real VS Code: `pnpm run pictures`.
import { fileURLToPath } from "node:url";
import {
  canaryKey,
  change,
  editContact,
  field,
  idPlaceholder,
  openProduct,
  type Product,
  signIn,
  untilDirty,
} from "./product.ts";

const picture = (name: string) => fileURLToPath(new URL(`../../../../docs/pictures/${name}.png`, import.meta.url));
const take = async ({ window }: Product, name: string) => console.log(await window.screenshot(picture(name)));

type Theme = Parameters<Product["window"]["setTheme"]>;
const dark: Theme = ["Dark 2026"];
const themes: Record<string, Theme> = {
  dark,
  light: ["Light 2026"],
  "high-contrast": ["Default High Contrast", "Dark High Contrast"],
  "high-contrast-light": ["Default High Contrast Light", "Light High Contrast"],
};

const product = await openProduct();
await signIn(product);
await editContact(product);
await product.window.palette("View: Toggle Primary Side Bar Visibility");
await field(product, "Position").fill("VP of Engineering");
await field(product, "LinkedIn URL").fill("");
await product.form.getByRole("button", { name: "Remove prospect" }).click();
await product.form.getByPlaceholder("Add a tag").fill("hot-lead");
await product.form.getByPlaceholder("Add a tag").press("Enter");
await untilDirty(product, true);
for (const [name, theme] of Object.entries(themes)) {
  await product.window.setTheme(...theme);
  await field(product, "Position").focus();
  await take(product, `form-${name}`);
}

await product.window.setTheme(...dark);
await product.form.getByRole("button", { name: "JSON" }).click();
await take(product, "exact-json");
await product.form.getByRole("button", { name: "JSON" }).click();

change(product, { position: "CFO" });
await field(product, "Position").focus();
await product.window.save();
await product.form.getByText(/changed on the server too/).waitFor();
await take(product, "conflict");
await product.form.getByRole("button", { name: "Reload, Discard Mine" }).click();
await untilDirty(product, false);

await field(product, "Email").fill("john@example");
await field(product, "Email").press("Tab");
await product.form.getByText("An email address needs a domain").first().waitFor();
await untilDirty(product, true);
await take(product, "inline-error");
await product.window.palette("File: Revert File");
await untilDirty(product, false);

await product.window.palette("Raze: Edit Contact…");
await product.window.quickInput.box(idPlaceholder).fill("cnt_nxi7l4cjfqgm");
await product.window.quickInput.row("Open cnt_nxi7l4cjfqgm").waitFor();
await take(product, "quick-pick");
await product.window.quickInput.cancel();

product.sandbox.keys.set(canaryKey, { permissions: ["contacts:write"] });
await editContact(product, "cnt_nxi7l4cjfqgm");
await product.form.getByText(/stored values are unknown/).waitFor();
await take(product, "unknown-values");
await product.close();
