import type { TestProject } from "vitest/node";
import { bringRuntimes } from "../src/pinned.ts";
import { createProject, removeProject } from "../src/project.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** The folder of a project that has core installed. */
    project: string;
  }
}

/** Once for all test files: the runtimes, and what they run. */
export default async function setUp({ provide }: TestProject): Promise<() => Promise<void>> {
  await bringRuntimes();
  const project = await createProject();
  provide("project", project);
  return () => removeProject(project);
}
