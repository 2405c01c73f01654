/** What fills the `{…}` places of a sentence: by position, or by name. */
type Filling = readonly (string | number)[] | readonly [Readonly<Record<string, string | number>>];

let translations: Readonly<Record<string, string>> = {};

/** Takes the sentences of the person's language by their English ones; without it, everything is English. */
export function speak(table: Readonly<Record<string, string>>): void {
  translations = table;
}

/**
 * A sentence in the person's language. It does what `vscode.l10n.t` does and is our own because the form, which has no
 * `vscode`, and the modules that a test runs without VS Code say the same sentences.
 *
 * @example t("{0} calls left", 3) // "3 calls left"
 */
export function t(english: string, ...filling: Filling): string {
  const [first] = filling;
  return (translations[english] ?? english).replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = typeof first === "object" ? first[name] : filling[Number(name)];
    return value === undefined || typeof value === "object" ? place : String(value);
  });
}
