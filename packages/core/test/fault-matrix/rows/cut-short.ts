import { latency, rateLimited, serverError, slowDrip, slowHead } from "@raze-contacts/sandbox/faults";
import type { Outcome, RazeErrorKind, RazeErrorReason } from "../../../src/index.ts";
import { key } from "../../support/client.ts";
import { fails } from "../expectation.ts";
import { done, type FaultGroup } from "../fault-row.ts";
import type { Stage } from "../stage.ts";

type End = () => void;
type Phase = {
  readonly title: string;
  /** Brings the call to the phase, and ends it there. */
  readonly bring: (stage: Stage, end: End) => void;
  readonly outcome: Outcome;
  readonly applied: boolean;
  readonly attempts?: number;
  readonly arrivals?: number;
};

const never = new Promise<never>(() => {});
const forever = { pauseMs: Number.POSITIVE_INFINITY };

/** Ends the call as soon as the head of an answer is there. */
const endAtHead = (stage: Stage, end: End): void =>
  stage.send(async (url, init) => {
    const response = await fetch(url, init);
    setImmediate(end);
    return response;
  });

/** Ends the call in its wait for the next attempt, which begins once the listener has heard of the last one. */
const endInWait = (stage: Stage, end: End): void => {
  stage.holdWaits();
  stage.listenTo(() => setImmediate(end));
};

const phases: readonly Phase[] = [
  {
    title: "while the key is not there yet",
    outcome: "not_applied",
    applied: false,
    attempts: 0,
    bring: (stage, end) =>
      stage.keyFrom(() => {
        setImmediate(end);
        return never;
      }),
  },
  {
    title: "just as the key comes",
    outcome: "not_applied",
    applied: false,
    attempts: 0,
    bring: (stage, end) =>
      stage.keyFrom(() => {
        end();
        return key;
      }),
  },
  {
    title: "while a fetch hangs that heeds no signal",
    outcome: "unknown",
    applied: false,
    arrivals: 0,
    bring: (stage, end) =>
      stage.send(() => {
        setImmediate(end);
        return never;
      }),
  },
  {
    title: "before the server applied it",
    outcome: "unknown",
    applied: false,
    bring: (stage, end) =>
      stage.always((call, answer) => {
        end();
        return latency(Number.POSITIVE_INFINITY)(call, answer);
      }),
  },
  {
    title: "after the server applied it",
    outcome: "unknown",
    applied: true,
    bring: (stage, end) =>
      stage.always(async (call, answer) => {
        await answer();
        end();
        return latency(Number.POSITIVE_INFINITY)(call, answer);
      }),
  },
  {
    title: "within the head of the answer",
    outcome: "unknown",
    applied: true,
    bring: (stage, end) =>
      stage.always(async (call, answer) => {
        const given = await slowHead()(call, answer);
        setImmediate(end);
        return given;
      }),
  },
  {
    title: "within the body of the answer",
    outcome: "unknown",
    applied: true,
    bring: (stage, end) => {
      stage.always(slowDrip(forever));
      endAtHead(stage, end);
    },
  },
  {
    title: "within the body of a 500",
    outcome: "unknown",
    applied: false,
    bring: (stage, end) => {
      stage.always(done(serverError("before"), slowDrip(forever)));
      endAtHead(stage, end);
    },
  },
  {
    title: "within the body of a 404",
    outcome: "not_applied",
    applied: false,
    bring: (stage, end) => {
      stage.always(done(serverError("before", 404), slowDrip(forever)));
      endAtHead(stage, end);
    },
  },
  {
    title: "in the wait after a 503",
    outcome: "unknown",
    applied: false,
    bring: (stage, end) => {
      stage.always(serverError("before", 503));
      endInWait(stage, end);
    },
  },
  {
    title: "in the wait after a 503, applied",
    outcome: "unknown",
    applied: true,
    bring: (stage, end) => {
      stage.always(serverError("after", 503));
      endInWait(stage, end);
    },
  },
  {
    title: "in the wait after a 429",
    outcome: "not_applied",
    applied: false,
    bring: (stage, end) => {
      stage.always(rateLimited({ body: 2 }));
      endInWait(stage, end);
    },
  },
];

const group = (
  title: string,
  kind: RazeErrorKind,
  reason: RazeErrorReason,
  end: (stage: Stage) => void,
): FaultGroup => ({
  title,
  rows: phases.map(({ title: phase, bring, ...facts }) => ({
    title: phase,
    strike: (stage) => bring(stage, () => end(stage)),
    ends: fails(kind, reason, facts),
  })),
});

export const timeouts = group("The deadline runs out", "timeout", "timed_out", ({ expire }) => expire());
export const aborts = group("The caller cancels", "aborted", "aborted", ({ abort }) => abort());
