// Runs VS Code's server inside this process, which is the leader of a process group, and ends the whole group when
// the process that started it is gone, however that came about: its end of our standard input closes with it.
import { rmSync } from "node:fs";
import { pathToFileURL } from "node:url";

const { TMPDIR: sockets } = process.env;

function endGroup(): void {
  if (sockets !== undefined) rmSync(sockets, { recursive: true, force: true });
  if (process.platform === "win32") process.exit();
  process.kill(-process.pid, "SIGTERM");
}

process.stdin.on("end", endGroup).on("error", endGroup).resume();
process.argv.splice(1, 1);
const [, main = ""] = process.argv;
await import(pathToFileURL(main).href);
