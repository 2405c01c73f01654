import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { median, shuffled } from "./statistics.ts";

const rounds = 25;
const run = promisify(execFile);

const program = `
  const start = performance.now();
  await import(process.argv[1]);
  process.stdout.write(String(performance.now() - start));
`;

/** How long a new process takes to import each module, in milliseconds: in turns, the median of the rounds. */
export async function measureImports(urls: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const times = new Map<string, number[]>(urls.map((url) => [url, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const url of shuffled(urls)) {
      const { stdout } = await run(process.execPath, ["--input-type=module", "--eval", program, url]);
      times.get(url)?.push(Number(stdout));
    }
  }
  return new Map([...times].map(([url, values]) => [url, median(values)]));
}
