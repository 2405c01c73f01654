import { spawn } from "node:child_process";
import { once } from "node:events";
import { json } from "node:stream/consumers";
import type { Report, Task } from "./scenario.ts";

/** Runs the scenario in a Node. It is not told when to end: the report is there once the process has ended by itself. */
export async function runInNode(program: string, project: string, task: Task): Promise<Report> {
  const { NODE_OPTIONS: _, ...env } = process.env;
  const child = spawn(program, ["node-program.js"], { cwd: project, env, stdio: ["pipe", "pipe", "inherit"] });
  const ended = once(child, "close");
  child.stdin.end(JSON.stringify(task));
  const report = await json(child.stdout);
  const [code] = await ended;
  if (code !== 0) throw new Error(`${program} ended with ${code}.`);
  return report as Report; // it is compared with what is expected, whatever it is
}
