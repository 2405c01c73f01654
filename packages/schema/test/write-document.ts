import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/** The tests see the document as a build of the present sources writes it, whether or not there was one before. */
export function setup(): void {
  execFileSync(process.execPath, ["write-openapi.ts"], { cwd: fileURLToPath(new URL("..", import.meta.url)) });
}
