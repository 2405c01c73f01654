import { pathToFileURL } from "node:url";
import { loopback } from "./ports.ts";
import type { ServerOptions } from "./server.ts";

interface Address extends Pick<ServerOptions, "workspace" | "extension" | "mode" | "tests"> {
  readonly port: number;
  readonly token: string;
}

/** The address under which a browser opens a window of this server. */
export function addressOf({ port, token, workspace, extension, mode, tests }: Address): string {
  const remote = (file: string) => `vscode-remote://${loopback}:${port}${pathToFileURL(file).pathname}`;
  const payload = [
    ...(mode === "development" ? [["extensionDevelopmentPath", remote(extension)]] : []),
    ...(tests === undefined ? [] : [["extensionTestsPath", remote(tests)]]),
  ];
  const query = [
    ["tkn", token],
    workspace === undefined ? ["ew", "true"] : ["folder", folderOf(workspace)],
    ...(payload.length === 0 ? [] : [["payload", JSON.stringify(payload)]]),
  ];
  // VS Code reads "+" as itself, which rules out URLSearchParams.
  return `http://${loopback}:${port}/?${query.map((pair) => pair.map(encodeURIComponent).join("=")).join("&")}`;
}

/** A scheme has two letters or more; one letter is a drive of Windows. */
function folderOf(workspace: string): string {
  return /^[a-z][\w+.-]+:/i.test(workspace) ? workspace : decodeURIComponent(pathToFileURL(workspace).pathname);
}
