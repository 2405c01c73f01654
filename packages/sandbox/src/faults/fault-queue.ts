import { type CallName, callName } from "../call-name.ts";
import type { Call, Interceptor } from "../seams.ts";
import type { Fault } from "./fault.ts";

/** Which calls a fault is for: all, unless one of the three is named. */
export type FaultFilter = { readonly on?: CallName };

/** The faults of a sandbox. Only code that holds the sandbox can set them, never a request. */
export type Faults = {
  /** Lets this happen to the next call that the filter names, once. Several wait in line, and calls take turns. */
  readonly next: (fault: Fault, filter?: FaultFilter) => void;
  /** Lets this happen to every call that the filter names and that no fault in line is for; the latest rule counts. */
  readonly always: (fault: Fault, filter?: FaultFilter) => void;
  /** How many in line have not happened yet. */
  readonly waiting: number;
  /** Forgets them all. */
  readonly clear: () => void;
};

type Entry = FaultFilter & { readonly fault: Fault };

/** An empty line of faults, and what lets them happen. */
export function createFaultQueue(): { readonly faults: Faults; readonly intercept: Interceptor } {
  const line: Entry[] = [];
  const rules: Entry[] = [];

  const take = ({ request }: Call): Fault | undefined => {
    const name = callName(request);
    const isMeant = ({ on }: Entry): boolean => on === undefined || on === name;
    const position = line.findIndex(isMeant);
    const [entry = rules.findLast(isMeant)] = position === -1 ? [] : line.splice(position, 1);
    return entry?.fault;
  };

  return {
    faults: {
      next: (fault, filter = {}) => void line.push({ ...filter, fault }),
      always: (fault, filter = {}) => void rules.push({ ...filter, fault }),
      get waiting() {
        return line.length;
      },
      clear: () => {
        line.length = 0;
        rules.length = 0;
      },
    },
    intercept: (call, answer) => take(call)?.(call, answer) ?? answer(),
  };
}
