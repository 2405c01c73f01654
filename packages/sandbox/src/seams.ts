import type { UpdateRequest } from "./answer-update.ts";
import type { ReceivedRequest } from "./received.ts";

/** A call on its way: what was received, and the signal that ends it. */
export type Call = {
  readonly request: ReceivedRequest;
  readonly signal: AbortSignal;
};

/** Stands between a caller and the server: answers itself, or changes what the server answers. */
export type Interceptor = (call: Call, answer: () => Promise<Response>) => Response | Promise<Response>;

/** Where a sandbox can be made to behave otherwise, by code of this package alone. */
export type Seams = {
  readonly intercept?: Interceptor;
  readonly update?: (request: UpdateRequest) => Response;
};
