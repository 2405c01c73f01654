import * as v from "valibot";

const accountSchema = v.union([
  v.object({
    kind: v.literal("server"),
    id: v.custom<string>((id) => typeof id === "string" && /^[0-9a-z]{1,32}$/.test(id)),
    /** Where its key may be sent, and nowhere else. */
    baseUrl: v.string(),
    label: v.string(),
    /** Signed out: kept, without its key, so that drafts that are still open find their account again. */
    isSignedOut: v.boolean(),
    /** Its key was seen to be refused an update. */
    isReadOnly: v.exactOptional(v.boolean()),
  }),
  v.object({ kind: v.literal("sandbox"), id: v.literal("sandbox"), label: v.string(), isSignedOut: v.boolean() }),
]);

/** Who we call as. The key is never part of it: it stays in the secret storage. */
export type Account = v.InferOutput<typeof accountSchema>;
export type ServerAccount = Extract<Account, { kind: "server" }>;

/** The account of the sandbox inside the extension. */
export const sandboxAccount: Account = { kind: "sandbox", id: "sandbox", label: "Sandbox", isSignedOut: false };

export const accountsSchema = v.array(accountSchema);
