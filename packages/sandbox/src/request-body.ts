/** The size in bytes above which a body is refused. */
export const bodyLimit = 1_048_576;

/** A request's body as it came. */
export type RequestBody =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "too_large" }
  | { readonly kind: "not_utf8" };

/** Reads a body to its exact text. A declared length above the limit is not even read. */
export async function readBody(request: Request): Promise<RequestBody> {
  if (Number(request.headers.get("content-length")) > bodyLimit) return { kind: "too_large" };
  // Not the body's stream: Firefox has none on a request.
  const bytes = await request.arrayBuffer();
  if (bytes.byteLength > bodyLimit) return { kind: "too_large" };
  try {
    return { kind: "text", text: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return { kind: "not_utf8" };
  }
}
