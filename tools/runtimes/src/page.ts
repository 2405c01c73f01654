// What runs in a browser's page: leaves the scenario, and core, where whoever drives the page can call them.
import { createContactsClient } from "@raze-contacts/core";
import { runScenario, type Task } from "./scenario.ts";

const runTask = async (task: Task) => ({ runtime: navigator.userAgent, ...(await runScenario(task)) });

Object.assign(globalThis, { createContactsClient, runTask });
