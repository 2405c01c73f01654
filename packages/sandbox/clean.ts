// The compiler leaves what earlier builds have written; a module that is gone must not be packed.
import { rm } from "node:fs/promises";

await rm("dist", { recursive: true, force: true });
