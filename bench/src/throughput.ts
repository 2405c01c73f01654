import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { type Contender, contenders } from "./contenders.ts";
import { median, shuffled } from "./statistics.ts";

/** What a process with one contender did. */
export type Load = {
  readonly callsASecond: number;
  /** Milliseconds. */
  readonly p50: number;
  /** Milliseconds. */
  readonly p99: number;
};

const rounds = 5;
const program = fileURLToPath(new URL("load.ts", import.meta.url));
const run = promisify(execFile);

/** Calls a second and latencies with some calls in flight: a process each, in turns, the median of the rounds. */
export async function measureLoad(origin: string, inFlight: number): Promise<ReadonlyMap<Contender, Load>> {
  const loads = new Map<Contender, Load[]>(contenders.map((contender) => [contender, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const [place, contender] of shuffled([...contenders.entries()])) {
      const { stdout } = await run(process.execPath, [program, `${place}`, origin, `${inFlight}`]);
      loads.get(contender)?.push(JSON.parse(stdout));
    }
  }
  const medianOf = (values: readonly Load[]): Load => ({
    callsASecond: median(values.map(({ callsASecond }) => callsASecond)),
    p50: median(values.map(({ p50 }) => p50)),
    p99: median(values.map(({ p99 }) => p99)),
  });
  return new Map([...loads].map(([contender, values]) => [contender, medianOf(values)]));
}
