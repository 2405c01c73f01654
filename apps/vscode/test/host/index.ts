/** Runs the host tests; VS Code calls it in its extension host. */
export async function run(): Promise<void> {
  const { default: Mocha } = await import("mocha");
  // VS Code passes console lines on without filling their placeholders.
  Mocha.reporters.Base.consoleLog = (text = "", ...values: unknown[]) =>
    console.log(values.reduce<string>((filled, value) => filled.replace(/%[sd]/, () => String(value)), String(text)));
  const mocha = new Mocha({ ui: "bdd", reporter: "spec", timeout: 60_000, color: false });
  mocha.suite.emit("pre-require", globalThis, "", mocha);
  await import("./agents.test.ts");
  await import("./changeContact.test.ts");
  await import("./comparison.test.ts");
  await import("./conflictChoices.test.ts");
  await import("./copyAs.test.ts");
  await import("./documentEdits.test.ts");
  await import("./failures.test.ts");
  await import("./jsonText.test.ts");
  await import("./findContact.test.ts");
  await import("./firstState.test.ts");
  await import("./keptBases.test.ts");
  await import("./openAndSave.test.ts");
  await import("./ownSave.test.ts");
  await import("./signOut.test.ts");
  await import("./tabNames.test.ts");
  await import("./twoAccounts.test.ts");
  await new Promise<void>((resolve, reject) => {
    mocha.run((failures) => (failures === 0 ? resolve() : reject(new Error(`${failures} host tests failed`))));
  });
}
