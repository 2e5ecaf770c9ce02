// Takes the lock on the folder it is told, says so, and keeps it until it is killed.
import process from "node:process";

import { lockFolder } from "../../src/worker/lease.ts";

lockFolder(process.argv[2] ?? "", { pid: process.pid, host: "lain", startedAt: 0 });
process.send?.("locked");
process.on("message", () => {});
