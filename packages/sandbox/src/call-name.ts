import type { ReceivedRequest } from "./received.ts";

/** The documented calls: one contact read, a page of the list, one contact updated. */
export type CallName = "get" | "list" | "update";

/** Which documented call a request is, if it is one. */
export function callName({ method, path }: ReceivedRequest): CallName | undefined {
  const [pathname = ""] = path.split("?");
  if (/^\/external\/v1\/contacts\/[^/]+$/.test(pathname)) {
    return method === "GET" ? "get" : method === "PUT" ? "update" : undefined;
  }
  return method === "GET" && pathname === "/external/v1/contacts" ? "list" : undefined;
}
