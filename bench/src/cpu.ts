import { type Contender, contenders, ruler, rulerAgain } from "./contenders.ts";
import { median, shuffled } from "./statistics.ts";

const rounds = 60;
const callsARound = 150;

/** The CPU time of this process a call, in microseconds. */
async function cpuOf(send: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  for (let call = 0; call < callsARound; call += 1) await send();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / callsARound;
}

/**
 * CPU time a call as a multiple of the ruler's. All take turns in this one process, in an order that changes from round
 * to round; each is compared with the ruler of its own round, so that what the machine does besides hits both.
 */
export async function measureCpu(origin: string): Promise<ReadonlyMap<Contender, number>> {
  const ready = new Map<Contender, () => Promise<unknown>>();
  for (const contender of contenders) ready.set(contender, await contender.ready(origin));
  for (const send of ready.values()) await cpuOf(send);

  const ratios = new Map<Contender, number[]>(contenders.map((contender) => [contender, []]));
  for (let round = 0; round < rounds; round += 1) {
    const spent = new Map<Contender, number>();
    for (const [contender, send] of shuffled([...ready])) spent.set(contender, await cpuOf(send));
    const rulers = ((spent.get(ruler) ?? Number.NaN) + (spent.get(rulerAgain) ?? Number.NaN)) / 2;
    for (const [contender, microseconds] of spent) {
      const measure = contender === rulerAgain ? (spent.get(ruler) ?? Number.NaN) : rulers;
      ratios.get(contender)?.push(microseconds / measure);
    }
  }
  return new Map([...ratios].map(([contender, values]) => [contender, median(values)]));
}
