import type { Fault } from "./fault.ts";
import { pause } from "./pause.ts";

/**
 * Waits before the server is asked; with `Infinity`, for as long as the caller does.
 *
 * @param fault what happens after the wait; the server's plain answer unless given
 * @example faults.next(latency(20, serverError("after")));
 */
export const latency =
  (milliseconds: number, fault: Fault = (_, answer) => answer()): Fault =>
  async (call, answer) => {
    await pause(milliseconds, call.signal);
    return fault(call, answer);
  };
