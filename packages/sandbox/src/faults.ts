export type { CallName } from "./call-name.ts";
export { endlessBody, slowDrip, truncatedJson, wrongLength } from "./faults/bodies.ts";
export { connectionReset, malformedAnswer, slowHead } from "./faults/connection.ts";
export { echoKey, type KeyPlace } from "./faults/echo-key.ts";
export {
  answerWith,
  emptyAnswer,
  type Fault,
  htmlPage,
  redirect,
  serverError,
  type When,
} from "./faults/fault.ts";
export type { FaultFilter, Faults } from "./faults/fault-queue.ts";
export { createFaultySandbox, type FaultySandbox, type FaultySandboxOptions } from "./faults/faulty-sandbox.ts";
export { gzip, gzipBomb } from "./faults/gzip.ts";
export { latency } from "./faults/latency.ts";
export { rateLimited, type Wait } from "./faults/rate-limited.ts";
export { wrongId } from "./faults/wrong-id.ts";
export { type Observed, observedProfile } from "./observed/observed.ts";
export type { Call } from "./seams.ts";
