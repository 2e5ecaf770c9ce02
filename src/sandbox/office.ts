import { readFile } from "node:fs/promises";

import { Hono } from "hono";

import type { SandboxClock } from "./clock.ts";
import type { Google } from "./google/server.ts";
import type { SandboxMail } from "./mail/server.ts";
import { Changes } from "./office/changes.ts";
import { clockRoutes, workerClockRoutes } from "./office/clock-routes.ts";
import type { Correspondence } from "./office/correspondence.ts";
import type { FormDesk } from "./office/form-desk.ts";
import { formRoutes } from "./office/form-routes.ts";
import { InputError } from "./office/input.ts";
import { mailRoutes } from "./office/mail-routes.ts";
import { peopleOf } from "./office/people.ts";
import { sheetRoutes } from "./office/sheet-routes.ts";
import { workerRoutes } from "./office/worker-routes.ts";
import type { WorkerProcess } from "./worker-process.ts";

export interface OfficeParts {
  clock: SandboxClock;
  mail: SandboxMail;
  google: Google;
  form: FormDesk;
  worker: WorkerProcess;
  correspondence: Correspondence;
  /** Where the worker keeps its log files. */
  logFolder: string;
}

/*
 * The office over HTTP; JSON in and out, an error is {"error": "in words"} with 400, 404 or 409.
 *
 *   GET    /api/state                        who is there, the form's questions, clock, worker
 *   GET    /api/events                       server-sent: hello, sheet, mail, form, clock, worker
 *   GET    /api/tabs, /api/tabs/:id          the spreadsheet as people see it
 *   PUT    /api/tabs/:id/cells               {row, column, text}; "" clears
 *   PUT    /api/tabs/:id/title               {title}
 *   POST   /api/tabs/:id/sort                {column, ascending}
 *   POST   /api/tabs/:id/rows|columns        {action: insert|delete, at, count?} {action: move|copy, at, to}
 *   POST   /api/undo                         takes the page's last edit back
 *   GET    /api/mailboxes[/:address[/:n]]    whose, which letters, one letter
 *   GET    /api/mail                         what was written to the helpdesk
 *   POST   /api/mail                         {from: {name, address}, subject, text, pictures?, answers?: {address, index}}
 *   GET    /api/form/responses               what was answered
 *   POST   /api/form/responses               {answers: {question: answer}}
 *   PUT    /api/form/responses/:id           {answers}: the respondent edits
 *   GET    /api/clock                        the time, and where a jump is going
 *   POST   /api/clock                        {minutes} | {hours} | {to: "opening" | instant}
 *   DELETE /api/clock                        stops a jump
 *   GET    /api/worker, /api/worker/log      the worker's process
 *   POST   /api/worker                       {action: start | stop | kill}
 *   GET    /clock/next?after=, POST /clock/done   the worker's CLOCK_URL
 */
export function createOffice(parts: OfficeParts): Hono {
  const { clock, mail, google, form, worker, correspondence, logFolder } = parts;
  const changes = new Changes();
  google.onChange(() => changes.tell("sheet"));
  mail.onMail(() => changes.tell("mail"));
  clock.onChange(() => changes.tell("clock"));
  worker.onChange(() => changes.tell("worker"));

  return new Hono()
    .use(async (context, next) => {
      // A foreign name that resolves to this machine must not get at the office through a browser.
      const host = (context.req.header("host") ?? "").replace(/:\d+$/, "");
      if (host !== "127.0.0.1" && host !== "localhost") return context.text("", 403);
      await next();
      return undefined;
    })
    .route("/clock", workerClockRoutes(clock))
    .route("/api/clock", clockRoutes(clock))
    .route("/api/worker", workerRoutes(worker, logFolder))
    .route("/api/events", changes.routes())
    .route(
      "/api/form",
      formRoutes(form, () => changes.tell("form")),
    )
    .get("/api/state", (context) =>
      context.json({
        people: peopleOf(),
        form: { questions: form.questions() },
        clock: clock.status(),
        worker: worker.status(),
      }),
    )
    .route("/api", sheetRoutes(google))
    .route("/api", mailRoutes(mail, correspondence))
    .get("/", (context) => context.redirect("/index.html"))
    .get("/:file{[a-z]+\\.(?:html|css|js)}", async (context) => {
      const file = context.req.param("file");
      const content = await readFile(new URL(`page/${file}`, import.meta.url)).catch(() => null);
      if (!content) return context.notFound();
      return context.body(content, 200, {
        "content-type": TYPES[file.slice(file.lastIndexOf(".") + 1)] ?? "",
        "cache-control": "no-store",
        // Letters are shown inside the page; whatever they hold may neither run nor call home.
        "content-security-policy":
          "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'",
      });
    })
    .notFound((context) => context.json({ error: "Alamat itu tidak ada" }, 404))
    .onError((error, context) => {
      if (error instanceof InputError) return context.json({ error: error.message }, error.status);
      return context.json({ error: `Kantor contoh gagal: ${error.message}` }, 500);
    });
}

const TYPES: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
};
