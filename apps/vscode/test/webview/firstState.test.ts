import { expect, test } from "vitest";
import { useForm } from "./formPage.ts";
import { john } from "./scriptedHost.ts";

const open = useForm();
const strange = `"Jo" & <b>Doe</b> &quot;\u2028</script>`;

test("shows what its page comes with before the host has said anything", async () => {
  const { page, sent } = await open({ silent: true, whole: true, draft: { ...john, name: strange } });
  expect(await page.locator("#field-name").inputValue()).toBe(strange);
  await expect.poll(() => sent("ready")).toEqual([{ kind: "ready", isShown: true }]);
});

test("waits for the host when its page is loaded again, for what it came with may be old", async () => {
  const { page, host, sent } = await open({ silent: true, whole: true });
  await page.locator("#field-name").waitFor();
  await page.reload();
  await page.locator("[aria-busy=true]").waitFor();
  expect(await page.locator("#field-name").count()).toBe(0);
  await expect.poll(() => sent("ready").at(-1)).toEqual({ kind: "ready", isShown: false });
  await host.set({ draft: { ...john, name: "Jane Doe" } });
  await expect.poll(() => page.locator("#field-name").inputValue()).toBe("Jane Doe");
});
