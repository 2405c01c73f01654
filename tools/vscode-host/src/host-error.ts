/** A failure a person can do something about: its message is one sentence that says what. */
export class HostError extends Error {
  override readonly name = "HostError";
}
