import { constants, setPriority } from "node:os";
import process from "node:process";

import { buildPack } from "./build.ts";

/* A process of its own, ended when the pack is made: a bundler needs more memory than the worker. */
setPriority(constants.priority.PRIORITY_LOW);
const [root = ""] = process.argv.slice(2);
await buildPack(root);
