import type { ChildProcess } from "node:child_process";

const patience = 60_000;

/** Waits until a server says that it listens, and returns the port. */
export async function whenListening(child: ChildProcess): Promise<number> {
  let output = "";
  return await new Promise<number>((resolve, reject) => {
    const fail = (reason: string) => reject(new Error(`VS Code's server ${reason}.\n${output.trim()}`));
    const timer = setTimeout(() => fail("did not start in time"), patience);
    const listen = (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-10_000);
      const port = /listening on (\d+)/.exec(output)?.[1];
      if (port === undefined) return;
      clearTimeout(timer);
      resolve(Number(port));
    };
    child.stdout?.on("data", listen);
    child.stderr?.on("data", listen);
    child.once("error", (error) => fail(`could not be started (${error.message})`));
    child.once("exit", (code, signal) => {
      clearTimeout(timer);
      fail(`ended (${code ?? signal})`);
    });
  });
}
