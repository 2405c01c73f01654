import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { type Contender, contenders, core, ruler } from "./contenders.ts";
import { measureCpu } from "./cpu.ts";
import { measureImports } from "./importTime.ts";
import { table } from "./report.ts";
import { sizeOf } from "./size.ts";
import { type Load, measureLoad } from "./throughput.ts";

const times = (value: number | undefined, measure: number | undefined): string =>
  value === undefined || measure === undefined ? "" : (value / measure).toFixed(2);

function loadCells(loads: ReadonlyMap<Contender, Load>, contender: Contender): string[] {
  const [load, measure] = [loads.get(contender), loads.get(ruler)];
  return [
    times(load?.callsASecond, measure?.callsASecond),
    `${times(load?.p50, measure?.p50)} · ${times(load?.p99, measure?.p99)}`,
  ];
}

async function withServer<T>(work: (origin: string) => Promise<T>): Promise<T> {
  const server = fork(fileURLToPath(new URL("server.ts", import.meta.url)));
  try {
    const [origin] = await once(server, "message");
    return await work(String(origin));
  } finally {
    server.disconnect();
  }
}

const kilobytes = (bytes: number): string => (bytes / 1000).toFixed(1);

async function sizeCell(contender: Contender): Promise<string> {
  if (contender.module === undefined) return "0";
  const whole = kilobytes(await sizeOf(contender.module));
  return contender === core
    ? `${kilobytes(await sizeOf(contender.module, ["@raze-contacts/schema"]))} · ${whole}`
    : whole;
}

/** All contenders side by side, as a table of multiples of bare fetch. */
export async function compare(say: (step: string) => void): Promise<string> {
  say("CPU a call");
  const { cpu, single, many } = await withServer(async (origin) => {
    const cpu = await measureCpu(origin);
    say("one call at a time");
    const single = await measureLoad(origin, 1);
    say("50 calls in flight");
    return { cpu, single, many: await measureLoad(origin, 50) };
  });

  say("imports");
  const urlOf = ({ module }: Contender) =>
    module === undefined ? "data:text/javascript," : import.meta.resolve(module);
  const imports = await measureImports([...new Set(contenders.map(urlOf))]);

  say("sizes");
  const rows = contenders.map(async (contender) => [
    contender.name,
    times(cpu.get(contender), 1),
    ...loadCells(single, contender),
    ...loadCells(many, contender),
    imports.get(urlOf(contender))?.toFixed(1) ?? "",
    await sizeCell(contender),
  ]);
  return table(
    [
      "client",
      "CPU",
      "calls/s, 1 in flight",
      "p50 · p99",
      "calls/s, 50 in flight",
      "p50 · p99",
      "import, ms",
      "min+gz, kB",
    ],
    await Promise.all(rows),
  );
}
