// Opens a window the way `npm start` does, says where it is, and waits for it to close.
import { open } from "../src/index.ts";
import { extension, workspace } from "./paths.ts";

const [, , data = ""] = process.argv;
const { kind, version, closed } = await open({ extension, workspace, data, log: () => {} });
console.log(JSON.stringify({ kind, version }));
await closed;
