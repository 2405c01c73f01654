// The last step of the build: the document as the file that `@raze-contacts/schema/openapi.json` names.
import { mkdirSync, writeFileSync } from "node:fs";
import document from "./src/openapi.ts";

const folder = new URL("dist/", import.meta.url);
mkdirSync(folder, { recursive: true });
writeFileSync(new URL("openapi.json", folder), `${JSON.stringify(document, null, 2)}\n`);
