import { fail } from "./answers.ts";
import type { Permission, SandboxKey } from "./keys.ts";

/** Why a request may not do what it asks for, as the answer to give; nothing when it may. */
export function findRefusal(
  key: string | undefined,
  keys: ReadonlyMap<string, SandboxKey>,
  permission: Permission,
): Response | undefined {
  if (!key) return fail(401, "MISSING_API_KEY", "The header X-API-Key is missing.");
  const known = keys.get(key);
  if (known === undefined) return fail(401, "INVALID_API_KEY", "This API key is not known.");
  if (known.expired) return fail(401, "EXPIRED_API_KEY", "This API key has expired.");
  if (known.permissions.includes(permission)) return undefined;
  return fail(403, "INSUFFICIENT_PERMISSIONS", `This API key lacks the permission ${permission}.`, {
    required_permission: permission,
    current_permissions: known.permissions,
  });
}
