import { afterEach, beforeEach, describe, expect, test } from "vitest";

import type { Letter } from "../../src/desk/letter.ts";
import type { Journal, Lease } from "../../src/worker/journal-port.ts";
import { aRendering } from "../letters/outgoing.ts";
import { MONDAY, aLetter } from "./builders.ts";

/** What every journal must do with letters. `open` gives an empty one each time. */
export function lettersContract(name: string, open: () => Promise<Journal>): void {
  describe(`letters on ${name}`, () => {
    let journal: Journal;
    let lease: Lease;

    beforeEach(async () => {
      journal = await open();
      lease = await journal.lease();
    });
    afterEach(() => journal.close());

    const plan = (...newLetters: Letter[]) => journal.commit({ newLetters }, lease);
    const all = async () => keys(await journal.lettersIn(["planned", "sent"]));

    test("gives back a letter as it was planned", async () => {
      await plan(aLetter());
      expect(await journal.letter(aLetter().key)).toEqual(aLetter());
    });

    test("knows no letter under a key never planned", async () => {
      expect(await journal.letter("A-1/r1/report")).toBeUndefined();
    });

    test("leaves a letter as it is when its key is planned again", async () => {
      await plan(aLetter());
      await journal.commit({ letters: [aLetter({ state: "sent", sentAt: MONDAY })] }, lease);
      await plan(aLetter({ reasons: ["another"] }));
      expect((await journal.letter(aLetter().key))?.state).toBe("sent");
    });

    test("keeps a letter's words from its hand-over on, and takes others in their place", async () => {
      await plan(aLetter());
      const words = async () => (await journal.letter(aLetter().key))?.rendered?.subject;
      const stands = (changes: Partial<Letter>) =>
        journal.commit({ letters: [aLetter(changes)] }, lease);

      await stands({ state: "handing", rendered: aRendering({ subject: "Pertama" }) });
      await stands({ state: "sent", rendered: aRendering({ subject: "Pertama" }) });
      expect(await words()).toBe("Pertama");
      await stands({ state: "planned", rendered: null });
      expect(await words()).toBeUndefined();
      await stands({ state: "sent", rendered: aRendering({ subject: "Kedua" }) });
      expect(await words()).toBe("Kedua");
      await plan(
        aLetter({ key: "born with its words", rendered: aRendering({ subject: "Ketiga" }) }),
      );
      expect((await journal.lettersDue(MONDAY, 9)).map(({ rendered }) => rendered)).toEqual([
        aRendering({ subject: "Ketiga" }),
      ]);
    });

    const reasonCases: { name: string; reasons: string[]; planned: boolean }[] = [
      { name: "all of whose reasons were settled", reasons: ["a", "b"], planned: false },
      { name: "with one reason that is new", reasons: ["a", "c"], planned: true },
      { name: "with new reasons only", reasons: ["d"], planned: true },
    ];
    for (const { name: what, reasons, planned } of reasonCases) {
      test(`${planned ? "plans" : "does not plan"} a letter ${what}`, async () => {
        await plan(aLetter({ key: "first", reasons: ["a", "b"] }));
        await plan(aLetter({ key: "second", reasons }));
        expect(await all()).toEqual(planned ? ["first", "second"] : ["first"]);
      });
    }

    test("settles a reason for good, whatever becomes of its letter", async () => {
      await plan(aLetter({ key: "first", reasons: ["a"] }));
      await journal.commit(
        { letters: [aLetter({ key: "first", reasons: ["a"], state: "withdrawn" })] },
        lease,
      );
      await plan(aLetter({ key: "second", reasons: ["a"] }));
      expect(await journal.letter("second")).toBeUndefined();
    });

    test("plans one of two letters for the same reason in one commit", async () => {
      await plan(
        aLetter({ key: "first", reasons: ["a"] }),
        aLetter({ key: "second", reasons: ["a"] }),
      );
      expect(await all()).toEqual(["first"]);
    });

    test("does not settle reasons of a letter that it left out", async () => {
      await plan(aLetter({ key: "first", reasons: ["a"] }));
      await plan(
        aLetter({ key: "first", reasons: ["b"] }),
        aLetter({ key: "third", reasons: ["b"] }),
      );
      expect(await all()).toEqual(["first", "third"]);
    });

    test("refuses to change a letter that was never planned", async () => {
      await expect(journal.commit({ letters: [aLetter()] }, lease)).rejects.toThrow(/no such key/u);
    });

    test("gives planned letters whose time has come, oldest plan first", async () => {
      await plan(
        made("c", MONDAY + 2),
        made("a", MONDAY + 1),
        made("b", MONDAY, { nextAt: MONDAY + 60_000 }),
        made("d", MONDAY, { state: "held" }),
      );
      expect(keys(await journal.lettersDue(MONDAY + 2, 10))).toEqual(["a", "c"]);
      expect(keys(await journal.lettersDue(MONDAY + 2, 1))).toEqual(["a"]);
      expect(keys(await journal.lettersDue(MONDAY, 10))).toEqual([]);
      expect(keys(await journal.lettersDue(MONDAY + 60_000, 10))).toEqual(["b", "a", "c"]);
    });

    test("finds letters by state and by ticket", async () => {
      await plan(
        aLetter({ key: "a", reasons: ["a"], ticket: "A-1" }),
        aLetter({ key: "b", reasons: ["b"], ticket: "A-2", state: "suppressed" }),
        aLetter({ key: "c", reasons: ["c"], ticket: null }),
      );
      expect(keys(await journal.lettersIn(["suppressed", "failed"]))).toEqual(["b"]);
      expect(keys(await journal.lettersIn([]))).toEqual([]);
      expect(keys(await journal.lettersOf("A-1"))).toEqual(["a"]);
    });
  });
}

function keys(letters: Letter[]): string[] {
  return letters.map((letter) => letter.key);
}

function made(key: string, plannedAt: number, more: Partial<Letter> = {}): Letter {
  return aLetter({ key, reasons: [key], plannedAt, nextAt: plannedAt, ...more });
}
