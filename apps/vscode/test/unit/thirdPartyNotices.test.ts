import { build } from "esbuild";
import { expect, test } from "vitest";
import { noticesFor } from "../../thirdPartyNotices.ts";
import { webviewBuild } from "../../webviewBuild.ts";

const folder = new URL("../../", import.meta.url);

test("the form's script comes with the licence of each package that is in it", async () => {
  const { metafile } = await build({ ...webviewBuild, metafile: true, write: false });
  const notices = await noticesFor([metafile], folder);
  expect(notices).toMatch(/^preact\n\n.*MIT.*\n\n.*Jason Miller$/m);
  expect(notices).toMatch(/^valibot\n\n.*MIT.*\n\n.*Fabian Hiller$/m);
});

test("a package without a licence stops the build", async () => {
  const inputs = { "node_modules/@raze-contacts/core/src/index.ts": { bytesInOutput: 1 } };
  const metafile = { inputs: {}, outputs: { "dist/a.js": { bytes: 1, inputs, imports: [], exports: [] } } };
  await expect(noticesFor([metafile], folder)).rejects.toThrow("@raze-contacts/core has no licence file");
});
