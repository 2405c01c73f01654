// What runs in Node: takes a task on standard input, and prints the report.
import { json } from "node:stream/consumers";
import { runScenario, type Task } from "./scenario.ts";

// The one who starts this program sends a task.
const report = await runScenario((await json(process.stdin)) as Task);
console.log(JSON.stringify({ runtime: process.version, ...report }));
