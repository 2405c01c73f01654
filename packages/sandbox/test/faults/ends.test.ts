import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const program = (fault: string): string => `
  import { createFaultySandbox, slowDrip, slowHead } from "${import.meta.resolve("../../src/faults.ts")}";
  import { listen } from "${import.meta.resolve("../../src/node.ts")}";
  const sandbox = createFaultySandbox();
  sandbox.faults.always(${fault}({ pauseMs: 3_600_000, pieces: 2 }));
  const { url, key, close } = await listen(sandbox);
  const headers = { "x-api-key": key };
  const signal = AbortSignal.timeout(200);
  const answer = fetch(url + "/contacts/cnt_abc123def456", { headers, signal }).then((response) => response.text());
  console.log(await answer.catch(({ name }) => name));
  await close();
`;

test.each(["slowHead", "slowDrip"])("%s: a process ends by itself once caller and server are gone", async (fault) => {
  const node = ["--conditions=@raze-contacts/source", "--input-type=module-typescript", "--eval", program(fault)];
  expect((await promisify(execFile)(process.execPath, node)).stdout).toBe("TimeoutError\n");
});
