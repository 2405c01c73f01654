import { expect, test } from "vitest";
import { createFaultySandbox, endlessBody, gzip, gzipBomb, slowDrip } from "../../src/faults.ts";
import { johnId } from "../caller.ts";
import { serve } from "../loopback.ts";

test("slowDrip: the body comes in pieces, and whole", async () => {
  const { faults, open, get } = await serve();
  const { text: whole } = await get();
  faults.next(slowDrip({ pauseMs: 2, pieces: 6 }));
  const answer = await open();
  const pieces = [];
  for await (const piece of answer.body ?? []) pieces.push(piece);
  expect(pieces.length).toBeGreaterThan(1);
  expect(Buffer.concat(pieces).toString()).toBe(whole);
});

test("endlessBody: goes on for as long as it is read, after the call was applied", async () => {
  const { faults, open, updating, john, get } = await serve();
  faults.next(endlessBody());
  const answer = await open(updating({ position: "CTO" }));
  expect(answer.headers.get("content-type")).toBe("application/json");
  let read = 0;
  for await (const piece of answer.body ?? []) {
    read += piece.length;
    if (read > 3_000_000) break;
  }
  expect(read).toBeGreaterThan(3_000_000);
  expect(john()?.position).toBe("CTO");
  expect((await get()).status).toBe(200);
});

test("gzip: says that it is compressed, and is", async () => {
  const { faults, get, update, john } = await serve();
  const { text: whole } = await get();
  faults.always(gzip());
  const answer = await get();
  expect(answer.headers.get("content-encoding")).toBe("gzip");
  expect(answer.text).toBe(whole);
  await update({ position: "CTO" });
  expect(john()?.position).toBe("CTO");
});

test("gzipBomb: few bytes on the wire, many in memory", async () => {
  const { open, faults } = await serve();
  faults.next(gzipBomb(2_000_000));
  expect((await (await open()).text()).length).toBeGreaterThan(2_000_000);

  const sandbox = createFaultySandbox();
  sandbox.faults.next(gzipBomb(2_000_000));
  const packed = await sandbox.fetch(`http://sandbox.example/external/v1/contacts/${johnId}`);
  expect((await packed.arrayBuffer()).byteLength).toBeLessThan(20_000);
});
