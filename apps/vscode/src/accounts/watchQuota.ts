import { type ContactsClient, type RateLimit, RazeError } from "@raze-contacts/core";

/** The same client, which also hands on what each answer says of the quota, be it a success or a failure. */
export function watchQuota(client: ContactsClient, note: (quota: RateLimit | undefined) => void): ContactsClient {
  async function watched<Result extends { readonly rateLimit: RateLimit | undefined }>(
    call: Promise<Result>,
  ): Promise<Result> {
    try {
      const result = await call;
      note(result.rateLimit);
      return result;
    } catch (error) {
      if (error instanceof RazeError) note(error.rateLimit);
      throw error;
    }
  }
  return {
    get: (...call) => watched(client.get(...call)),
    update: (...call) => watched(client.update(...call)),
    list: (...call) => watched(client.list(...call)),
  };
}
