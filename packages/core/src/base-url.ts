import { RazeError } from "./error.ts";

// Not what ends in .localhost: Node asks the DNS for that, which may name any machine.
const loopback = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/**
 * The base URL without a slash at its end. A key must not travel in the clear, so http is for this machine alone.
 *
 * @throws RazeError `invalid_request`
 */
export function readBaseUrl(text: unknown): string {
  if (typeof text === "string" && URL.canParse(text)) {
    const { href, origin, pathname, protocol, hostname } = new URL(text);
    const isSafe = protocol === "https:" || (protocol === "http:" && loopback.test(hostname));
    // What is more than origin and path is a user name, a query or a fragment.
    if (isSafe && href === origin + pathname) return href.replace(/\/+$/, "");
  }
  throw new RazeError({ reason: "base_url_invalid" });
}
