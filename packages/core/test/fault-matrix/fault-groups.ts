import type { FaultGroup } from "./fault-row.ts";
import { brokenConnections } from "./rows/broken-connections.ts";
import { aborts, timeouts } from "./rows/cut-short.ts";
import { echoes } from "./rows/echoes.ts";
import { failingServer } from "./rows/failing-server.ts";
import { missingKeys } from "./rows/missing-keys.ts";
import { oddAnswers, unusableAnswers } from "./rows/odd-answers.ts";
import { rateLimits } from "./rows/rate-limits.ts";
import { redirects } from "./rows/redirects.ts";
import { foreignRefusals, refusals } from "./rows/refusals.ts";

/** Every row of the matrix. */
export const faultGroups: readonly FaultGroup[] = [
  failingServer,
  brokenConnections,
  timeouts,
  aborts,
  rateLimits,
  refusals,
  foreignRefusals,
  redirects,
  unusableAnswers,
  oddAnswers,
  echoes,
  missingKeys,
];
