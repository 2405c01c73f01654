import { changeData } from "./change-data.ts";
import type { Fault } from "./fault.ts";

/** The server's answer with another contact's id in it; lists stay as they are. */
export const wrongId =
  (id = "cnt_someoneelse0"): Fault =>
  async (_, answer) =>
    changeData(await answer(), (data) => (Object.hasOwn(data, "id") ? { ...data, id } : data));
