import process from "node:process";
import { parseArgs } from "node:util";

import { soakDays, soakHistories } from "./histories.ts";
import { soakLetters } from "./letters.ts";
import { soakMail } from "./mail.ts";

/*
 * npm run test:soak [-- --histories N --from N --days N --mails N --letters N]
 * Long runs that are no part of CI: mails, letters, ordinary days, hostile histories. The last line
 * is the JSON of the histories, the line before that of the days. `--from` skips whole hundreds of
 * histories, so that two processes can share them.
 */

const { values } = parseArgs({
  options: {
    histories: { type: "string", default: "10000" },
    from: { type: "string", default: "0" },
    days: { type: "string", default: "200" },
    mails: { type: "string", default: "20000" },
    letters: { type: "string", default: "5000" },
  },
});

if (Number(values.mails) > 0) print(JSON.stringify(await soakMail(Number(values.mails))));
if (Number(values.letters) > 0) print(JSON.stringify(await soakLetters(Number(values.letters))));
const days = await soakDays(Number(values.days));
const { histories, complaints, undecidable, ...bad } = await soakHistories(
  { from: Number(values.from), histories: Number(values.histories) },
  print,
);
print(JSON.stringify(days));
print(JSON.stringify({ histories, complaints, ...bad, undecidable }));
process.exitCode = Object.values(bad).every((count) => count === 0) ? 0 : 1;

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
