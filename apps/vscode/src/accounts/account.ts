import * as z from "zod/mini";

const accountSchema = z.union([
  z.object({
    kind: z.literal("server"),
    id: z.custom<string>((id) => typeof id === "string" && /^[0-9a-z]{1,32}$/.test(id)),
    /** Where its key may be sent, and nowhere else. */
    baseUrl: z.string(),
    label: z.string(),
    /** Signed out: kept, without its key, so that drafts that are still open find their account again. */
    isSignedOut: z.boolean(),
  }),
  z.object({ kind: z.literal("sandbox"), id: z.literal("sandbox"), label: z.string(), isSignedOut: z.boolean() }),
]);

/** Who we call as. The key is never part of it: it stays in the secret storage. */
export type Account = z.output<typeof accountSchema>;
export type ServerAccount = Extract<Account, { kind: "server" }>;

/** The account of the sandbox inside the extension. */
export const sandboxAccount: Account = { kind: "sandbox", id: "sandbox", label: "Sandbox", isSignedOut: false };

export const accountsSchema = z.array(accountSchema);
