import path from "node:path";
import { fileURLToPath } from "node:url";

/** What the stand-in for the `code` program reads of its command line. */
export interface ShimArguments {
  readonly extension: string;
  readonly tests: string;
  readonly data: string;
  readonly workspace: string | undefined;
}

/** Reads the arguments that `@vscode/test-electron` gives to a `code` program. */
export function parseShimArguments(args: string[]): ShimArguments {
  const required = (name: string) => {
    const given = args.find((argument) => argument.startsWith(`--${name}=`))?.slice(name.length + 3);
    if (given === undefined) throw new Error(`The argument --${name}= is missing.`);
    return toPath(given);
  };
  const workspace = args.find((argument) => !argument.startsWith("-"));
  return {
    extension: required("extensionDevelopmentPath"),
    tests: required("extensionTestsPath"),
    data: required("user-data-dir"),
    workspace: workspace === undefined ? undefined : toPath(workspace),
  };
}

function toPath(given: string): string {
  return given.startsWith("file:") ? fileURLToPath(given) : path.resolve(given);
}
