// What runs in workerd: takes a task as a request, and answers with the report.
import { runScenario, type Task } from "./scenario.ts";

export default {
  async fetch(request: Request): Promise<Response> {
    // The one who calls sends a task.
    const report = await runScenario((await request.json()) as Task);
    return Response.json({ runtime: navigator.userAgent, ...report });
  },
};
