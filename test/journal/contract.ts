import { afterEach, beforeEach, describe, expect, test } from "vitest";

import type { Ticket } from "../../src/desk/ticket.ts";
import { LeaseLostError } from "../../src/errors.ts";
import type { Journal, Lease } from "../../src/worker/journal-port.ts";
import { MONDAY, aLetter, aTicket, anEvent, anOtherMail, at } from "./builders.ts";

/** What every journal must do, whatever store is behind it. `open` gives an empty one each time. */
export function journalContract(name: string, open: () => Promise<Journal>): void {
  describe(`the journal on ${name}`, () => {
    let journal: Journal;
    let lease: Lease;

    beforeEach(async () => {
      journal = await open();
      lease = await journal.lease();
    });
    afterEach(() => journal.close());

    test("keeps what is asked beside the worker, without a lease and without taking one", async () => {
      await journal.ask("accept", { id: "a", at: MONDAY });
      await journal.ask("accept", { id: "b", at: MONDAY });
      await journal.commit({ state: { sheet: {} } }, lease);
      expect(await journal.state("ask/accept")).toEqual({ id: "b", at: MONDAY });
    });

    test("lists the sources of a ticket, oldest first", async () => {
      const sources = [
        { key: "mid:<2@x.example>", ticket: "A-1", at: MONDAY + 1 },
        { key: "uid:INBOX/1/7", ticket: "A-1", at: MONDAY },
        { key: "uid:INBOX/1/8", ticket: "A-2", at: MONDAY },
        { key: "uid:INBOX/1/9", ticket: null, at: MONDAY },
      ];
      await journal.commit({ sources }, lease);
      expect(await journal.sourcesOf("A-1")).toEqual(["uid:INBOX/1/7", "mid:<2@x.example>"]);
    });

    describe("tickets and events", () => {
      test("gives back a ticket as it was committed", async () => {
        const ticket = aTicket({ notes: { foto: "Foto tidak terbaca: \"a\n\u{1f4a5}'" } });
        await journal.commit({ tickets: [ticket] }, lease);
        expect(await journal.ticket(ticket.number)).toEqual(ticket);
      });

      test("knows no ticket under a number never given", async () => {
        expect(await journal.ticket("JKD-2026-0099")).toBeUndefined();
      });

      test("keeps the newest state of a ticket", async () => {
        await journal.commit({ tickets: [aTicket()] }, lease);
        await journal.commit({ tickets: [aTicket({ round: 2 })] }, lease);
        expect((await journal.ticket("JKD-2026-0001"))?.round).toBe(2);
      });

      test("loads open tickets only, oldest first", async () => {
        const late = aTicket({ number: "JKD-2026-0001", openedAt: MONDAY + 2 });
        const early = aTicket({ number: "JKD-2026-0003", openedAt: MONDAY });
        const closed = aTicket({ number: "JKD-2026-0002", phase: "closed" });
        await journal.commit({ tickets: [late, closed, early] }, lease);
        expect(await journal.load()).toEqual([early, late]);
      });

      test("loads a reopened ticket again", async () => {
        await journal.commit({ tickets: [aTicket({ phase: "closed" })] }, lease);
        await journal.commit({ tickets: [aTicket({ phase: "open", round: 2 })] }, lease);
        expect(await journal.load()).toHaveLength(1);
      });

      test("gives a ticket's events in the order of their serials", async () => {
        const serials = [10, 9, 1, 2];
        const events = serials.map((seq) => anEvent("JKD-2026-0001", seq));
        await journal.commit({ events: [...events, anEvent("JKD-2026-0002", 3)] }, lease);
        expect(ids(await journal.events("JKD-2026-0001"))).toEqual(
          ["1", "2", "9", "10"].map((seq) => `JKD-2026-0001/${seq}`),
        );
      });

      test("takes ten thousand tickets and events in one commit", async () => {
        const many = Array.from({ length: 10_000 }, (_, index) => `JKD-2026-${index}`);
        await journal.commit(
          {
            tickets: many.map((number) => aTicket({ number })),
            events: many.map((number) => anEvent(number, 1)),
          },
          lease,
        );
        expect(await journal.load()).toHaveLength(10_000);
        expect(await journal.historyDue(20_000)).toHaveLength(10_000);
      });

      test("finds tickets by the day of opening and of closing, its end excluded", async () => {
        const [from, to] = [at("2026-11-24T00:00+07:00"), at("2026-11-25T00:00+07:00")];
        await journal.commit(
          {
            tickets: [
              made("A-1", from - 1, "closed"),
              made("A-2", from, "closed"),
              made("A-3", from + 5, "open"),
              made("A-4", to - 1, "cancelled"),
              made("A-5", to, "closed"),
            ],
          },
          lease,
        );
        expect(numbers(await journal.openedBetween(from, to))).toEqual(["A-2", "A-3", "A-4"]);
        expect(numbers(await journal.closedBetween(from, to))).toEqual(["A-2", "A-4"]);
      });
    });

    describe("one transaction a commit", () => {
      test("writes nothing at all when one part is refused", async () => {
        await journal.commit({ events: [anEvent("JKD-2026-0001", 1)] }, lease);
        const batch = {
          state: { mail: { uid: 9 } },
          tickets: [aTicket()],
          sources: [{ key: "uid:1", ticket: null, at: MONDAY }],
          events: [anEvent("JKD-2026-0001", 2), anEvent("JKD-2026-0001", 1)],
        };
        await expect(journal.commit(batch, lease)).rejects.toThrow(/JKD-2026-0001\/1|unique/iu);
        expect(await journal.load()).toEqual([]);
        expect(await journal.state("mail")).toBeUndefined();
        expect((await journal.findSources(["uid:1"])).size).toBe(0);
        expect(await journal.events("JKD-2026-0001")).toHaveLength(1);
      });

      test("keeps commits apart that were asked for at the same time", async () => {
        const good = Array.from({ length: 5 }, (_, index) =>
          journal.commit({ tickets: [aTicket({ number: `A-${index}` })] }, lease),
        );
        const bad = journal.commit(
          { tickets: [aTicket({ number: "B" })], letters: [aLetter()] },
          lease,
        );
        await expect(bad).rejects.toThrow(RangeError);
        await Promise.all(good);
        expect(await journal.load()).toHaveLength(5);
      });

      test("takes an empty batch", async () => {
        await journal.commit({}, lease);
        expect(await journal.load()).toEqual([]);
      });
    });

    describe("the lease", () => {
      test("rises with each start", async () => {
        const next = await journal.lease();
        expect(next.token).toBeGreaterThan(lease.token);
      });

      test("refuses a commit of the one before, and writes nothing of it", async () => {
        const next = await journal.lease();
        const old = journal.commit({ tickets: [aTicket()] }, lease);
        await expect(old).rejects.toThrow(LeaseLostError);
        expect(await journal.load()).toEqual([]);
        await journal.commit({ tickets: [aTicket()] }, next);
        expect(await journal.load()).toHaveLength(1);
      });
    });

    describe("source keys", () => {
      test("finds those that are known, and leaves out the rest", async () => {
        const known = { key: "form:abc", ticket: "JKD-2026-0001", at: MONDAY };
        await journal.commit({ sources: [known] }, lease);
        const found = await journal.findSources(["form:abc", "form:def"]);
        expect([...found]).toEqual([["form:abc", known]]);
      });

      test("finds nothing for no keys", async () => {
        expect((await journal.findSources([])).size).toBe(0);
      });

      test("keeps the first ticket of a key", async () => {
        await journal.commit({ sources: [{ key: "uid:1", ticket: "A-1", at: MONDAY }] }, lease);
        await journal.commit({ sources: [{ key: "uid:1", ticket: "A-2", at: MONDAY }] }, lease);
        await journal.commit({ sources: [{ key: "uid:1", ticket: null, at: MONDAY }] }, lease);
        expect((await journal.findSources(["uid:1"])).get("uid:1")?.ticket).toBe("A-1");
      });

      test("gives a mail that was put aside its ticket later", async () => {
        await journal.commit({ sources: [{ key: "other:1", ticket: null, at: MONDAY }] }, lease);
        await journal.commit({ sources: [{ key: "other:1", ticket: "A-2", at: MONDAY }] }, lease);
        expect((await journal.findSources(["other:1"])).get("other:1")?.ticket).toBe("A-2");
      });
    });

    describe("named state", () => {
      test("gives back the newest JSON of a name", async () => {
        await journal.commit(
          { state: { mail: { uid: 1 }, form: "2026-11-23T01:00:00.1Z" } },
          lease,
        );
        await journal.commit({ state: { mail: { uid: 2 } } }, lease);
        expect(await journal.state("mail")).toEqual({ uid: 2 });
        expect(await journal.state("form")).toBe("2026-11-23T01:00:00.1Z");
      });

      test("knows null from never told", async () => {
        await journal.commit({ state: { mail: null } }, lease);
        expect(await journal.state("mail")).toBeNull();
        expect(await journal.state("form")).toBeUndefined();
      });
    });

    describe("lines still to be shown", () => {
      test("gives events until Riwayat has shown them, oldest first", async () => {
        const events = [anEvent("A-2", 1, MONDAY + 5), anEvent("A-1", 2), anEvent("A-1", 1)];
        await journal.commit({ events }, lease);
        expect(ids(await journal.historyDue(2))).toEqual(["A-1/1", "A-1/2"]);
        await journal.commit({ historySeen: ["A-1/1", "A-9/9"] }, lease);
        expect(ids(await journal.historyDue(10))).toEqual(["A-1/2", "A-2/1"]);
      });

      test("gives other mail until Surat Lain has shown it, each once", async () => {
        const [first, second] = [anOtherMail(1), anOtherMail(2, MONDAY + 1)];
        await journal.commit({ otherMail: [second, first] }, lease);
        await journal.commit({ otherMail: [first] }, lease);
        expect(await journal.otherMailDue(10)).toEqual([first, second]);
        await journal.commit({ otherMailSeen: [first.mailRef] }, lease);
        expect(await journal.otherMailDue(10)).toEqual([second]);
        expect(await journal.otherMail([first.mailRef, "INBOX/1/404"])).toEqual([first]);
      });
    });
  });
}

function ids(list: { id: string }[]): string[] {
  return list.map((each) => each.id);
}

function numbers(tickets: { number: string }[]): string[] {
  return tickets.map((each) => each.number);
}

function made(number: string, when: number, phase: Ticket["phase"]): Ticket {
  return aTicket({ number, openedAt: when, phase, phaseSince: when });
}
