import * as vscode from "vscode";
import { tellInStatusBar } from "../tellInStatusBar.ts";

/** What came of a step: an answer, the wish to go back, or Esc. */
export type Answer<Value> =
  | { readonly kind: "given"; readonly value: Value }
  | { readonly kind: "back" }
  | { readonly kind: "cancelled" };

/** What every step shows. */
type Step = {
  readonly title: string;
  readonly step: number;
  readonly totalSteps: number;
  readonly placeholder: string;
  readonly canGoBack?: boolean;
};

/** A choice from a list. Esc works while the items are on their way. */
type PickStep<Item extends vscode.QuickPickItem, Value> = Step & {
  /** Set once: were the list to change under the typing, Enter could take another row than the one that is seen. */
  readonly items: readonly Item[] | Promise<readonly Item[]>;
  /** What an item stands for, with the text that is typed; undefined: it is not taken. */
  readonly take: (item: Item, typed: string) => Value | undefined;
};

/** What a typed text is: a value, with a word about it or none; nothing new; or a fault. */
export type Reading<Value> =
  | { readonly kind: "value"; readonly value: Value; readonly note?: vscode.InputBoxValidationMessage }
  | { readonly kind: "same"; readonly message: string }
  | { readonly kind: "fault"; readonly message: string };

/** A line of text that is read while it is typed. */
type TextStep<Value> = Step & {
  readonly prompt: string;
  readonly text: string;
  /** Under this name the text is remembered, for whoever goes back and comes again. */
  readonly name: string;
  readonly read: (typed: string) => Reading<Value>;
};

/** Asks, and goes on with the answer; whoever goes back from there is asked again. */
export async function askThen<Given, Result>(
  ask: () => Promise<Answer<Given>>,
  goOn: (given: Given) => Promise<Answer<Result>>,
): Promise<Answer<Result>> {
  for (;;) {
    const answer = await ask();
    if (answer.kind !== "given") return answer;
    const result = await goOn(answer.value);
    if (result.kind !== "back") return result;
  }
}

/**
 * Questions at the top of the window, one after the other. A box stays until the next one takes its place, so that
 * keys which are pressed in between reach no editor.
 */
export class InputSteps implements vscode.Disposable {
  readonly #texts = new Map<string, string>();
  #shown: vscode.QuickInput | undefined;

  async pick<Item extends vscode.QuickPickItem, Value>(step: PickStep<Item, Value>): Promise<Answer<Value>> {
    const pick = vscode.window.createQuickPick<Item>();
    pick.placeholder = step.placeholder;
    const answer = this.#ask<Value>(pick, step, (give) =>
      pick.onDidAccept(() => {
        const [item] = pick.selectedItems;
        if (item !== undefined) give(step.take(item, pick.value));
      }),
    );
    pick.busy = true;
    pick.items = await Promise.race([step.items, answer.then(() => [])]);
    pick.busy = false;
    return answer;
  }

  text<Value>(step: TextStep<Value>): Promise<Answer<Value>> {
    const box = vscode.window.createInputBox();
    box.placeholder = step.placeholder;
    box.prompt = step.prompt;
    box.value = this.#texts.get(step.name) ?? step.text;
    box.valueSelection = [0, box.value.length];
    box.onDidChangeValue((typed) => {
      this.#texts.set(step.name, typed);
      const reading = step.read(typed);
      if (reading.kind === "value") box.validationMessage = reading.note;
      else box.validationMessage = reading.kind === "fault" ? reading.message : undefined;
    });
    return this.#ask<Value>(box, step, (give) =>
      box.onDidAccept(() => {
        const reading = step.read(box.value);
        if (reading.kind === "value") return give(reading.value);
        const { message } = reading;
        if (reading.kind === "same") {
          box.validationMessage = { message, severity: vscode.InputBoxValidationSeverity.Info };
        }
        tellInStatusBar(message); // what is new under a box is not read out
      }),
    );
  }

  dispose(): void {
    this.#shown?.dispose();
  }

  #ask<Value>(
    input: vscode.QuickPick<vscode.QuickPickItem> | vscode.InputBox,
    { title, step, totalSteps, canGoBack = true }: Step,
    listen: (give: (value: Value | undefined) => void) => vscode.Disposable,
  ): Promise<Answer<Value>> {
    input.title = title;
    input.step = step;
    input.totalSteps = totalSteps;
    input.ignoreFocusOut = true;
    if (canGoBack) input.buttons = [vscode.QuickInputButtons.Back];
    return new Promise((resolve) => {
      listen((value) => {
        if (value !== undefined) resolve({ kind: "given", value });
      });
      input.onDidTriggerButton(() => resolve({ kind: "back" }));
      input.onDidHide(() => {
        resolve({ kind: "cancelled" });
        input.dispose();
      });
      this.#shown = input;
      input.show();
    });
  }
}
