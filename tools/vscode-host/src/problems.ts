import type { BrowserContext, ConsoleMessage } from "playwright-core";

/** Something a window complained about. */
export interface Problem {
  readonly kind: "console" | "exception" | "content-security-policy";
  readonly text: string;
}

/** What this VS Code says in every window, whichever extension runs: it lacks native modules, an account and a cloud. */
const known = [
  /vsda/,
  /update\/check/,
  /serviceWorker|ServiceWorker/,
  /A bad HTTP response code \(404\) was received when fetching the script/,
  /Could not locate the bindings file/,
  /Cannot find module '\.\/build\/Release\//,
  /Cannot find (?:package|module) '@?(?:github|microsoft|vscode|devcontainers|kerberos)\b/,
  /authentication provider 'github'/,
  /\[(?:DefaultAccount|chat-stt|AgentHost|ChatModelSelection|RemoteAgentHost)/,
];

/** Collects everything the windows of a browser complain about, but for what every window of this VS Code says. */
export class ProblemCollector {
  readonly problems: Problem[] = [];
  #muted = false;

  constructor(context: BrowserContext) {
    context.on("console", (message) => {
      if (message.type() === "error") this.#add(kindOf(message), readable(message.text()), message.location().url);
    });
    context.on("weberror", (event) => this.#add("exception", event.error().stack ?? event.error().message));
  }

  /** Does something during which a window may complain, as it does about every read that its end interrupts. */
  async ignoreDuring(work: () => Promise<unknown>): Promise<void> {
    this.#muted = true;
    await work();
    this.#muted = false;
  }

  #add(kind: Problem["kind"], text: string, from = ""): void {
    if (this.#muted || known.some((pattern) => pattern.test(text) || pattern.test(from))) return;
    this.problems.push({ kind, text });
  }
}

function kindOf(message: ConsoleMessage): Problem["kind"] {
  return /Content Security Policy/i.test(message.text()) ? "content-security-policy" : "console";
}

/** Without the marks by which VS Code colours its messages. */
function readable(text: string): string {
  return text
    .replaceAll("%c", "")
    .replaceAll(/\s*\bcolor: ?#?\w*;?/g, "")
    .trim();
}
