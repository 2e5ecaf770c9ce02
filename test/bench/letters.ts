import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { execPath } from "node:process";
import { buffer } from "node:stream/consumers";
import { fileURLToPath } from "node:url";

import Handlebars from "handlebars";

import { makeCalendar } from "../../src/desk/calendar.ts";
import { type Recap, recapOf } from "../../src/desk/recap.ts";
import type { Ticket } from "../../src/desk/ticket.ts";
import { HOUR, MINUTE } from "../../src/desk/time.ts";
import { contextOf } from "../../src/letters/context.ts";
import { dataFor } from "../../src/letters/data.ts";
import { at, exampleOffice, exampleRun, exampleTicket } from "../../src/letters/examples-office.ts";
import { type Example, exampleLetters } from "../../src/letters/examples.ts";
import { buildRaw } from "../../src/letters/mime.ts";
import { lettersFrom } from "../../src/letters/render.ts";
import type { Row } from "./table.ts";

const TEMPLATES = fileURLToPath(new URL("../../templates", import.meta.url));
const SENDER = {
  name: "Helpdesk TIK",
  address: "helpdesk@kominfo.example",
  replyTo: "helpdesk@kominfo.example",
};
const TICKETS = 10_000;

/** Letters beside what Handlebars alone would take, and the largest recap with its files. */
export async function benchLetters({ short }: { short: boolean }): Promise<Row[]> {
  const examples = exampleLetters().filter(({ letter }) => letter.ticket !== null);
  const rounds = short ? 500 : 4_000;
  const letters = lettersFrom({
    templatesDir: TEMPLATES,
    onProblem({ reason }) {
      throw new Error(reason);
    },
  });
  const render = ({ letter, ticket, office, now }: Example) =>
    letters.render(letter, ticket, office, now);
  const bare = handlebarsAlone(examples);
  await perSecond(examples, rounds / 4, (example) => void render(example));
  const alone = await perSecond(examples, rounds, bare);
  const rendered = await perSecond(examples, rounds, (example) => void render(example));
  const whole = await perSecond(examples, rounds, async (example) => {
    const { messageId, to, key } = example.letter;
    const mail = { to, rendered: render(example), messageId, mark: key, files: [], missing: [] };
    await buildRaw(mail, SENDER);
  });
  const limit = { what: "Handlebars alone", value: alone };
  return [
    { what: "letters rendered", value: rendered, unit: "/s", limit },
    { what: "letters rendered, as MIME", value: whole, unit: "/s", limit },
    ...(await benchRecap(letters)),
  ];
}

function read(path: string): string {
  return readFileSync(join(TEMPLATES, path), "utf8");
}

async function perSecond(
  examples: readonly Example[],
  rounds: number,
  work: (example: Example) => void | Promise<void>,
): Promise<number> {
  const began = performance.now();
  for (let nth = 0; nth < rounds; nth += 1) {
    const example = examples[nth % examples.length];
    if (example) await work(example);
  }
  return rounds / ((performance.now() - began) / 1000);
}

/** The same templates over data that is ready: no layout of the text, no envelope, no MIME. */
function handlebarsAlone(examples: readonly Example[]): (example: Example) => void {
  const [text, html] = [engine(".txt"), engine(".html")];
  const parts = new Map(
    examples.map(({ letter: { kind } }) => [
      kind,
      [
        text.compile(read(`${kind}/subject.txt`), { noEscape: true, strict: true }),
        text.compile(read(`${kind}/body.txt`), { noEscape: true, strict: true }),
        html.compile(read(`${kind}/body.html`), { strict: true }),
      ],
    ]),
  );
  const ready = new Map(
    examples.map(({ name, letter, ticket, office, now }) => [
      name,
      { ...dataFor(contextOf(letter, ticket, office, now)), subject: "" },
    ]),
  );
  return ({ name, letter }) => {
    for (const part of parts.get(letter.kind) ?? []) part(ready.get(name));
  };
}

function engine(ending: string): typeof Handlebars {
  const own = Handlebars.create();
  own.registerHelper("fact", (label: string, value: unknown) => `${label}: ${String(value)}`);
  own.registerHelper("row", (...cells: unknown[]) => cells.slice(0, -1).map(String).join(" "));
  for (const name of readdirSync(join(TEMPLATES, "partials"))) {
    if (!name.endsWith(ending)) continue;
    own.registerPartial(name.slice(0, -ending.length), read(`partials/${name}`));
  }
  return own;
}

async function benchRecap(letters: ReturnType<typeof lettersFrom>): Promise<Row[]> {
  const office = exampleOffice();
  const calendar = makeCalendar(office.policy.calendar);
  const now = at(1, 8, 0, 12);
  const tickets = Array.from({ length: TICKETS }, (_, nth) => ticketOf(nth));
  const [recap, counting] = timed(() => recapOf("2026-11", tickets, { calendar, now }));
  const example = exampleLetters().find(({ letter }) => letter.kind === "recap");
  if (!example) throw new Error("The example office has no recap");
  const letter = { ...example.letter, facts: { kind: "recap" as const, month: "2026-11", recap } };
  const [, rendering] = timed(() => letters.render(letter, null, office, now));
  const { seconds, peak, bytes } = await filesOf(recap);
  const what = (part: string) => `recap of ${TICKETS.toLocaleString("en")} tickets: ${part}`;
  return [
    { what: what("figures"), value: counting, unit: "s" },
    { what: what("letter"), value: rendering, unit: "s" },
    { what: what("charts and workbook"), value: seconds, unit: "s" },
    { what: what("their child's peak"), value: peak, unit: "MB" },
    { what: what("their size"), value: bytes / 1_000, unit: "kB" },
  ];
}

function timed<T>(work: () => T): [T, number] {
  const began = performance.now();
  const result = work();
  return [result, (performance.now() - began) / 1000];
}

/** The process that `recapFiles` starts, watched: its high-water mark is gone once it has ended. */
async function filesOf(recap: Recap): Promise<{ seconds: number; peak: number; bytes: number }> {
  const script = fileURLToPath(new URL("../../src/letters/recap-files-child.ts", import.meta.url));
  const began = performance.now();
  const child = spawn(execPath, [script], { stdio: ["pipe", "pipe", "inherit"] });
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, peakOf(child.pid));
  }, 20);
  child.stdin.end(JSON.stringify({ recap, zone: "Asia/Jakarta" }));
  const answer = await buffer(child.stdout);
  clearInterval(watch);
  const files: { content: string }[] = JSON.parse(answer.toString("utf8"));
  const bytes = files.reduce((sum, { content }) => sum + content.length * 0.75, 0);
  return { seconds: (performance.now() - began) / 1000, peak, bytes };
}

/** Megabytes, as Linux tells; 0 elsewhere. */
function peakOf(pid: number | undefined): number {
  try {
    const status = readFileSync(`/proc/${pid ?? 0}/status`, "utf8");
    return Number(/^VmHWM:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

function ticketOf(nth: number): Ticket {
  const reportedAt = at(1 + (nth % 30), 8 + (nth % 7), nth % 60);
  const step = nth % 3 === 0 ? (5 as const) : (4 as const);
  const startedAt = reportedAt + 30 * MINUTE;
  const endedAt = nth % 11 === 0 ? null : startedAt + (nth % 90) * MINUTE;
  const outcome =
    endedAt === null ? null : nth % 6 === 0 ? ("late" as const) : ("on-time" as const);
  return exampleTicket(
    {
      reportedAt,
      unit: `Desa ${nth % 190}`,
      category: nth % 2 === 0 ? "Internet mati" : "WiFi",
      cause: `Sebab ${nth % 9}`,
      officers: `Petugas ${nth % 12}`,
      subject: `Gangguan nomor ${nth}`,
    },
    {
      number: `JKD-2026-${String(nth + 1).padStart(5, "0")}`,
      phase: endedAt === null ? "open" : "closed",
      phaseSince: endedAt ?? reportedAt,
      assigned: [`Petugas ${nth % 12}`],
      runs: [exampleRun({ step, startedAt, dueAt: startedAt + HOUR, endedAt, outcome })],
    },
  );
}
