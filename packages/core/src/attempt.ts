import type { AttemptEvent } from "./attempt-event.ts";
import type { Deadline } from "./deadline.ts";
import type { Outcome } from "./error.ts";
import { type Exchange, exchangeOnce, isRedirect } from "./exchange.ts";
import type { Failure } from "./failure.ts";
import { type Answer, interpret, type Operation } from "./interpret.ts";
import { readText } from "./key-free.ts";

/** How an attempt ended. */
export type Attempt<Result extends object> =
  | { readonly kind: "answered"; readonly answer: Answer<Result> }
  | { readonly kind: "failed"; readonly failure: Failure; readonly outcome: Outcome };

/** What an attempt needs besides its operation. */
export type AttemptContext = {
  readonly fetch: typeof fetch;
  readonly key: string;
  readonly deadline: Deadline;
  /** Counts from 1. */
  readonly number: number;
  readonly now: () => number;
  readonly onAttempt: ((event: AttemptEvent) => void) | undefined;
};

/** What a failed attempt leaves open: once a request is on its way, only a refusal proves that nothing was done. */
function outcomeOf(method: string, { response }: Exchange, { reason }: Failure): Outcome {
  if (method === "GET" || reason === "unreachable") return "not_applied";
  if (response === undefined) return "unknown";
  const { status } = response;
  const isRefusal = isRedirect(response) || (status >= 400 && status < 500 && status !== 408);
  return isRefusal ? "not_applied" : "unknown";
}

function report(
  { method, path, fields }: Operation<object>,
  { response, bytes }: Exchange,
  failure: Failure | undefined,
  { key, number, onAttempt }: AttemptContext,
  milliseconds: number,
): void {
  if (onAttempt === undefined) return;
  const contentType = readText(response?.headers.get("content-type"), key);
  try {
    onAttempt({
      method,
      path,
      attempt: number,
      milliseconds: Math.max(0, milliseconds),
      fields,
      ...(response && { status: response.status, bytes }),
      ...(failure && { reason: failure.reason }),
      ...(failure?.code !== undefined && { code: failure.code }),
      ...(contentType !== undefined && { contentType }),
    });
  } catch {
    // A listener that fails is no reason to lose the answer to a change that was made.
  }
}

/** Sends the operation's request once, reads the answer and tells the listener. */
export async function attemptOnce<Result extends object>(
  operation: Operation<Result>,
  context: AttemptContext,
): Promise<Attempt<Result>> {
  const { key, deadline, now } = context;
  const startedAt = now();
  const exchange = await exchangeOnce(context.fetch, operation, key, deadline);
  const endedAt = now();
  const status = exchange.response?.status;
  const answer = deadline.cut ? { ...deadline.cut, status } : interpret(operation, exchange, key, endedAt);
  const failure = "reason" in answer ? answer : undefined;
  report(operation, exchange, failure, context, endedAt - startedAt);
  return "reason" in answer
    ? { kind: "failed", failure: answer, outcome: outcomeOf(operation.method, exchange, answer) }
    : { kind: "answered", answer };
}
