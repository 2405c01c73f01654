import path from "node:path";
import { fileURLToPath } from "node:url";

/** The probe extension. */
export const extension = fileURLToPath(new URL("fixture", import.meta.url));

/** The folder that tests open. */
export const workspace = path.join(extension, "workspace");
