/** What an error answer carries beside its code and message. */
export type ErrorExtras = {
  readonly details?: { readonly fields: Readonly<Record<string, string>> };
  readonly retry_after?: number;
  readonly required_permission?: string;
  readonly current_permissions?: readonly string[];
};

/** A 200 with the documented success envelope. */
export const succeed = (data: unknown): Response => Response.json({ success: true, data });

/** The documented error envelope. */
export const fail = (
  status: number,
  code: string,
  message: string,
  extras: ErrorExtras = {},
  headers: Readonly<Record<string, string>> = {},
): Response => Response.json({ success: false, error: { code, message, ...extras } }, { status, headers });
