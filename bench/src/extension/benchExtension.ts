import { kilobyte, packageSizes } from "raze-contacts/packageSizes.ts";
import { machine, type Table, table } from "../report.ts";
import { median, quantile } from "../statistics.ts";
import { measureActivation } from "./activation.ts";
import { measureForm, measureFormOpening } from "./formOpening.ts";
import { measureKeystrokes } from "./keystrokes.ts";
import { measureQuickPick } from "./quickPick.ts";
import { openBoth, prepare } from "./window.ts";

/** One line: its times beside those of the least that could be done instead. */
function line(what: string, goal: string, times: readonly number[], control: readonly number[]): string[] {
  const digits = (time: number) => (time < 1 ? time.toFixed(2) : time.toFixed(1));
  const [taken, least] = [median(times), median(control)];
  return [
    what,
    goal,
    digits(taken),
    digits(quantile(times, 0.95)),
    digits(least),
    digits(quantile(control, 0.95)),
    (taken / least).toFixed(2),
  ];
}

/** The extension in a real VS Code, beside a control extension. */
export async function benchExtension(say: (step: string) => void): Promise<Table[]> {
  const product = await openBoth();
  const lines: string[][] = [];
  try {
    say("activation");
    const { activate, control } = await measureActivation(product);
    lines.push(line("`activate()`", "5 ms", activate, control));
    await prepare(product);
    say("quick pick");
    const picks = await measureQuickPick(product);
    lines.push(line("command to quick pick", "50 ms", picks.product, picks.control));
    say("form");
    const opened = await measureFormOpening(product);
    lines.push(line("contact opened to fields, one call to the server", "", opened.product, opened.control));
    const form = await measureForm(product);
    lines.push(line("contact opened to fields, read before", "1.2 times", form.product, form.control));
    lines.push(line("the same, beside a line that a script writes", "", form.product, form.scripted));
    lines.push(line("a line that a script writes", "", form.scripted, form.control));
  } finally {
    await product.close();
  }
  say("keystrokes");
  const keystrokes = await measureKeystrokes();
  const bare = keystrokes.get("a bare input") ?? [];
  for (const [name, times] of keystrokes) {
    if (times !== bare) lines.push(line(`key to verdict, ${name}`, "16 ms", times, bare));
  }
  const times = table(["what", "goal", "median, ms", "p95, ms", "control's median", "p95", "times the control"], lines);
  const sizes = table(
    ["size", "limit, kB", "kB"],
    (await packageSizes()).map(({ what, size, limit }) => [
      what,
      String(limit / kilobyte),
      (size / kilobyte).toFixed(1),
    ]),
  );
  return [
    { name: "extension", text: `Taken ${machine()}.\n\n${times}`, files: ["bench/README.md", "apps/vscode/README.md"] },
    { name: "sizes", text: sizes, files: ["bench/README.md"] },
  ];
}
