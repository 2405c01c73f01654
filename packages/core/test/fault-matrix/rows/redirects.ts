import { emptyAnswer, redirect } from "@raze-contacts/sandbox/faults";
import { refuses } from "../expectation.ts";
import { always, type FaultGroup } from "../fault-row.ts";
import type { Stage } from "../stage.ts";

const notFollowed = refuses("unexpected_response", "redirected");
const statuses = [301, 302, 303, 307, 308] as const;

export const redirects: FaultGroup = {
  title: "The server redirects",
  rows: [
    ...statuses.map((status) => ({
      title: `${status} to another origin`,
      strike: async (stage: Stage) => {
        const location = `${await stage.elsewhere()}/contacts/cnt_1`;
        stage.always(redirect({ status, location }));
      },
      ends: notFollowed,
    })),
    ...statuses.map((status) => always(`${status} to itself`, redirect({ status, location: "?again" }), notFollowed)),
    always("302 without an address", emptyAnswer(302), notFollowed),
    always("304", emptyAnswer(304), notFollowed),
  ],
};
