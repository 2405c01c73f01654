import * as z from "zod/mini";

const learned = z.exactOptional(z.boolean());

const accountSchema = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("server"),
    id: z.string().check(z.regex(/^[0-9a-z]{1,32}$/)),
    /** Where its key may be sent, and nowhere else. */
    baseUrl: z.string(),
    label: z.string(),
    /** Whether the key may read contacts, once a read has told. */
    canRead: learned,
  }),
  z.object({ kind: z.literal("sandbox"), id: z.literal("sandbox"), label: z.string() }),
]);

/** Who we call as. The key is never part of it: it stays in the secret storage. */
export type Account = z.output<typeof accountSchema>;
export type ServerAccount = Extract<Account, { kind: "server" }>;

/** The account of the sandbox inside the extension. */
export const sandboxAccount: Account = { kind: "sandbox", id: "sandbox", label: "Sandbox" };

export const accountsSchema = z.array(accountSchema);
