/** What an API key may do. */
export type Permission = "contacts:read" | "contacts:write" | "contacts:delete";

/** An API key as the sandbox knows it. */
export type SandboxKey = {
  readonly permissions: readonly Permission[];
  /** An expired key is answered with 401 `EXPIRED_API_KEY`. */
  readonly expired?: boolean;
};

/** Every permission there is. */
export const allPermissions: readonly Permission[] = ["contacts:read", "contacts:write", "contacts:delete"];

/** The key that a sandbox accepts when it is given none. Whoever listens on a port replaces it by a secret one. */
export const sandboxKey = "gr_live_sandbox0000000000000000";
