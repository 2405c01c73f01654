export { allPermissions, type Permission, type SandboxKey, sandboxKey } from "./keys.ts";
export type { RateLimit } from "./rate-limit.ts";
export type { ReceivedRequest } from "./received.ts";
export { sampleContacts } from "./sample-contacts/sample-contacts.ts";
export { createSandbox, createSandboxOf, type Sandbox, type SandboxOptions } from "./sandbox.ts";
