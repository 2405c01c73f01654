import { access, mkdir, readFile, rename, writeFile } from "node:fs/promises";
import path from "node:path";

/** Contents of a VS Code settings file. */
export type Settings = Readonly<Record<string, unknown>>;

/**
 * Keeps VS Code from showing or fetching what has nothing to do with the extension at hand, and has a browser's VS Code
 * save files as a desktop's does.
 */
export const quietSettings: Settings = {
  "chat.agentHost.enabled": false,
  "chat.commandCenter.enabled": false,
  "chat.disableAIFeatures": true,
  "extensions.autoCheckUpdates": false,
  "extensions.autoUpdate": "off",
  "extensions.ignoreRecommendations": true,
  "files.autoSave": "off",
  "git.enabled": false,
  "git.openRepositoryInParentFolders": "never",
  "security.workspace.trust.enabled": false,
  "telemetry.telemetryLevel": "off",
  "update.mode": "none",
  "window.autoDetectColorScheme": false,
  "window.confirmBeforeClose": "never",
  "workbench.enableExperiments": false,
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false,
};

/** Writes the settings file a new data folder starts with; a person's own changes to it are kept. */
export async function startSettings(file: string, settings: Settings = {}): Promise<void> {
  const exists = await access(file).then(
    () => true,
    () => false,
  );
  if (!exists) await write(file, { ...quietSettings, ...settings });
}

/** Changes some settings in a settings file that was written by {@link startSettings}. */
export async function changeSettings(file: string, changes: Settings): Promise<void> {
  const found: unknown = JSON.parse(await readFile(file, "utf8"));
  await write(file, { ...(typeof found === "object" ? found : {}), ...changes });
}

/** A running VS Code watches the file and must not read half of it. */
async function write(file: string, settings: Settings): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(`${file}.new`, `${JSON.stringify(settings, undefined, 2)}\n`);
  await rename(`${file}.new`, file);
}
