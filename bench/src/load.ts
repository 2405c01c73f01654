// One contender under load, in a process of its own: `node load.ts <place in the list> <origin> <calls in flight>`.
import { contenders } from "./contenders.ts";
import { quantile } from "./statistics.ts";

const calls = 3000;
const warmUp = 500;

const [, , place, origin = "", inFlight] = process.argv;
const contender = contenders[Number(place)];
if (contender === undefined) throw new Error(`There is no contender ${place}.`);
const send = await contender.ready(origin);

async function run(count: number): Promise<number[]> {
  const times: number[] = [];
  let left = count;
  const worker = async () => {
    while (left > 0) {
      left -= 1;
      const start = performance.now();
      await send();
      times.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: Number(inFlight) }, worker));
  return times;
}

await run(warmUp);
const start = performance.now();
const times = await run(calls);
const callsASecond = calls / ((performance.now() - start) / 1000);
process.stdout.write(JSON.stringify({ callsASecond, p50: quantile(times, 0.5), p99: quantile(times, 0.99) }));
// Kept connections may hold the process for a while.
process.exit();
