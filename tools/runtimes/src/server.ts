import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { sampleContacts } from "@raze-contacts/sandbox";
import {
  answerWith,
  connectionReset,
  createFaultySandbox,
  echoKey,
  type Fault,
  rateLimited,
  redirect,
  slowDrip,
} from "@raze-contacts/sandbox/faults";
import { listen } from "@raze-contacts/sandbox/node";
import { type FaultyId, faultyIds, movedTo, ordinaryId } from "./contacts.ts";

/** A moment for every run: no hour ends during one, and timestamps are known. */
const now = () => Date.parse("2026-11-24T12:00:00Z");

function once(fault: Fault): Fault {
  let isOver = false;
  return (call, answer) => {
    if (isOver) return answer();
    isOver = true;
    return fault(call, answer);
  };
}

const refusal = () =>
  Response.json(
    {
      success: false,
      error: {
        code: "VALIDATION_ERROR",
        message: "Some fields are not valid.",
        details: { fields: { company: "Acme is taken." } },
      },
    },
    { status: 400 },
  );

const createFaults = (): Readonly<Record<FaultyId, Fault>> => ({
  cnt_limited_once: once(rateLimited({ header: "1" })),
  cnt_refused: answerWith(refusal),
  cnt_stalled_until_abort: slowDrip({ pauseMs: Number.POSITIVE_INFINITY }),
  cnt_stalled_until_deadline: slowDrip({ pauseMs: Number.POSITIVE_INFINITY }),
  cnt_moved: redirect({ location: `/external/v1/contacts/${movedTo}` }),
  cnt_reset: connectionReset("after"),
  cnt_key_in_message: echoKey("message"),
  cnt_key_in_code: echoKey("code"),
  cnt_key_in_field: echoKey("fieldMessage"),
  cnt_key_in_page: echoKey("page"),
});

async function findClosedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo; // a server that listens on a port has an address object
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** A sandbox on loopback for one run of the scenario. */
export async function serveScenario() {
  const ordinary = sampleContacts.find(({ id }) => id === ordinaryId);
  if (ordinary === undefined) throw new Error("The samples lack the documented contact.");
  const others = faultyIds.map((id) => ({ ...ordinary, id, name: id }));
  const sandbox = createFaultySandbox({ contacts: [ordinary, ...others], now });

  const faults: Readonly<Record<string, Fault>> = createFaults();
  /** The contacts whose answer the caller did not wait for. */
  const left: string[] = [];
  sandbox.faults.always((call, answer) => {
    const id = call.request.path.split("/").at(-1) ?? "";
    if (id.startsWith("cnt_stalled_")) call.signal.addEventListener("abort", () => left.push(id));
    return faults[id]?.(call, answer) ?? answer();
  });

  const { url, key, close } = await listen(sandbox);
  const task = { baseUrl: url, unreachableUrl: `http://127.0.0.1:${await findClosedPort()}`, key };
  return { task, sandbox, left, close };
}
