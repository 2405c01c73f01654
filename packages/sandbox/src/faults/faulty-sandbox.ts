import { observe } from "../observed/observe.ts";
import type { Observed } from "../observed/observed.ts";
import { assembleSandbox, type Sandbox, type SandboxOptions } from "../sandbox.ts";
import { createFaultQueue, type Faults } from "./fault-queue.ts";

/** What a faulty sandbox can be given; each has a default. */
export type FaultySandboxOptions = SandboxOptions & {
  /** The ways in which it differs from the documentation all the time: none unless given. */
  readonly observed?: Observed;
};

/** A sandbox that can be made to fail. */
export type FaultySandbox = Sandbox & {
  readonly faults: Faults;
};

/**
 * Makes a sandbox for tests of what a client does with a server that is not as documented, or that fails.
 * `received` has every request, and `contacts` shows whether it was applied.
 *
 * @example
 * const sandbox = createFaultySandbox({ observed: { ignoresFields: ["position"], tagObjects: true } });
 * sandbox.faults.next(connectionReset("after"), { on: "update" });
 */
export function createFaultySandbox({ observed = {}, ...given }: FaultySandboxOptions = {}): FaultySandbox {
  const { options, seams } = observe(observed, given);
  const { faults, intercept } = createFaultQueue();
  const sandbox = assembleSandbox(options, {
    ...seams,
    // Faults come last: they stand for all that lies between the server and its caller.
    intercept: (call, answer) => intercept(call, async () => seams.intercept(call, answer)),
  });
  return { ...sandbox, faults };
}
