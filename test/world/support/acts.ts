import { aMail } from "../../desk/support/messages.ts";
import type { Fault } from "../../../src/sandbox/google/faults.ts";
import { MINUTE } from "../../../src/desk/time.ts";
import type { Action } from "./actions.ts";
import { LogActs } from "./log-acts.ts";
import type { MailFault } from "./ports.ts";
import { formComplaint } from "./reporters.ts";
import type { World } from "./world.ts";

/** Does what an office does: to the spreadsheet, by mail and form, to the clock and the machine. */
export class Acts {
  readonly #world: World;
  readonly #log: LogActs;

  constructor(world: World) {
    this.#world = world;
    this.#log = new LogActs(world);
  }

  get log(): LogActs {
    return this.#log;
  }

  /** People can do no such thing as act on a row or tab that is gone; then nothing happens. */
  do(action: Action): void {
    switch (action.do) {
      case "mail":
        this.mail(action.who, action.what);
        return;
      case "form":
        this.form(action.who, action.what);
        return;
      case "reply":
        return this.#reply(action.nth);
      case "form edit":
        return this.#editForm(action.nth);
      case "wait":
        this.#world.clock.now += action.minutes * MINUTE;
        return;
      case "kill":
        this.#world.fuse.set(action.calls, { afterwards: action.afterwards });
        return;
      case "google fails":
        this.#world.google.faults.add({ ...googleFault(action.how), times: action.times });
        return;
      case "mail server fails":
        this.#world.post.faults.push(MAIL_FAULTS[action.how] ?? "refused");
        return;
      default:
        this.#log.do(action);
    }
  }

  mail(who: number, what: number): string {
    const { post, clock, reporters } = this.#world;
    const { mark, email, text } = reporters.matter(who, what);
    const uid = post.inbox.length + 1;
    const receivedAt = clock.now - 17_000 - uid * 1_000;
    post.inbox.push(aMail(uid, receivedAt, { from: email, text, subject: text.slice(0, 40) }));
    return mark;
  }

  form(who: number, what: number): string {
    const { post, clock, reporters } = this.#world;
    const matter = reporters.matter(who, what);
    this.#world.sendForm(
      `R${post.responses.length + 1}`,
      formComplaint(matter, clock.now - 23_000),
    );
    return matter.mark;
  }

  #reply(nth: number): void {
    const { post, clock } = this.#world;
    const first = post.inbox[nth % Math.max(1, post.inbox.length)];
    if (!first) return;
    const uid = post.inbox.length + 1;
    const { messageId, from } = first;
    post.inbox.push(
      aMail(uid, clock.now - 5_000, {
        from: from?.address ?? "",
        inReplyTo: [messageId],
        subject: `Re: ${first.subject}`,
        text: `Mohon kabarnya, sudah ${uid} kali kami menunggu.`,
        verdict: { class: "reply" },
      }),
    );
  }

  #editForm(nth: number): void {
    const { responses } = this.#world.post;
    const at = nth % Math.max(1, responses.length);
    const first = responses[at];
    if (!first) return;
    const lastSubmittedTime = new Date(this.#world.clock.now + at).toISOString();
    const complaint = { ...first.complaint, place: `Lantai ${nth}` };
    responses[at] = { ...first, lastSubmittedTime, complaint };
  }
}

const MAIL_FAULTS: readonly MailFault[] = ["refused", "taken", "cut"];

function googleFault(how: number): Fault {
  const faults: Fault[] = [
    { kind: "quota" },
    { kind: "unavailable", when: "before" },
    { kind: "unavailable", when: "after", for: "batchUpdate" },
    { kind: "reset", when: "before" },
    { kind: "reset", when: "after", for: "batchUpdate" },
    { kind: "hang" },
    { kind: "unavailable", when: "after", for: "spreadsheets.batchUpdate" },
  ];
  return faults[how % faults.length] ?? { kind: "quota" };
}
