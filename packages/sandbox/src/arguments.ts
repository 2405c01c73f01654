import { parseArgs } from "node:util";

/** What the command was asked to do. */
export type Arguments =
  | { readonly kind: "listen"; readonly port: number }
  | { readonly kind: "help" }
  | { readonly kind: "refused"; readonly sentence: string };

const refuse = (sentence: string): Arguments => ({ kind: "refused", sentence });

function readPort(text: string | undefined): Arguments {
  if (text === undefined) return refuse("--port needs a number, like --port 4010.");
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  return port <= 65_535
    ? { kind: "listen", port }
    : refuse(`${text} is no port: give a whole number from 0 to 65535, like --port 4010.`);
}

/** Reads the command line; what is wrong with it is said in one sentence. */
export function readArguments(words: readonly string[]): Arguments {
  // `pnpm sandbox -- --port 4010` hands the first -- on.
  const args = words[0] === "--" ? words.slice(1) : [...words];
  const options = { port: { type: "string" }, help: { type: "boolean", short: "h" } } as const;
  const { tokens } = parseArgs({ args, options, strict: false, tokens: true });

  let result: Arguments = { kind: "listen", port: 0 };
  for (const token of tokens) {
    if (token.kind === "positional") return refuse(`${token.value} is not expected here: see --help.`);
    if (token.kind === "option-terminator") continue;
    if (token.name === "help") return { kind: "help" };
    if (token.name !== "port") return refuse(`${token.rawName} is not an option: see --help.`);
    result = readPort(token.value);
    if (result.kind === "refused") return result;
  }
  return result;
}
