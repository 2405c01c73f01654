import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import type { Report, Task } from "./scenario.ts";

/** The worker on a free port of loopback. It may call this machine, which workers may not unless told. */
const configuration = (compatibilityDate: string): string => `
using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [
    (name = "main", worker = .worker),
    (name = "loopback", network = (allow = ["local"])),
  ],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")],
);

const worker :Workerd.Worker = (
  modules = [(name = "worker", esModule = embed "bundled/worker.js")],
  compatibilityDate = "${compatibilityDate}",
  globalOutbound = "loopback",
);
`;

/** Runs the scenario in workerd as it was on a date: a worker names one, and keeps the behaviour of that day. */
export async function runInWorkerd(
  program: string,
  compatibilityDate: string,
  project: string,
  task: Task,
): Promise<Report> {
  const file = path.join(project, `workerd-${compatibilityDate}.capnp`);
  await writeFile(file, configuration(compatibilityDate));
  const child = spawn(program, ["serve", file, "--control-fd=3"], { stdio: ["ignore", "inherit", "inherit", "pipe"] });
  const ended = once(child, "close");
  try {
    // The fourth of the pipes is workerd's to write to.
    const [line] = await once(createInterface(child.stdio[3] as Readable), "line");
    const { port } = JSON.parse(line);
    const answer = await fetch(`http://127.0.0.1:${port}`, { method: "POST", body: JSON.stringify(task) });
    return (await answer.json()) as Report; // it is compared with what is expected, whatever it is
  } finally {
    child.kill();
    await ended;
  }
}
