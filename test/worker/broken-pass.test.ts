import { expect, test } from "vitest";

import type { Batch } from "../../src/worker/journal-port.ts";
import { alarm } from "../../src/worker/alarm.ts";
import { beat } from "../../src/worker/beat.ts";
import { deliver } from "../../src/worker/deliver.ts";
import { Sources } from "../../src/worker/health.ts";
import { at } from "../../src/letters/examples-office.ts";
import { MINUTE } from "../../src/desk/time.ts";
import { RemoteError } from "../../src/errors.ts";
import { aKeeper } from "./support/a-keeper.ts";

/** More than all lanes hand over at once. */
const LETTERS = 60;

/** So many letters wait, for a mail server that takes its time. */
async function waitingLetters() {
  const office = await aKeeper(at(24, 10, 0));
  const { keeper } = office;
  for (let nth = 0; nth < LETTERS; nth++) await alarm(keeper, `uji/${nth}`, "Uji", []);
  const { mailer } = keeper.ports;
  keeper.ports.mailer = {
    ...mailer,
    async hand(mail) {
      await new Promise((resolve) => setImmediate(resolve));
      return mailer.hand(mail);
    },
  };
  const subjects = () => office.taken.map(({ rendered }) => rendered.subject);
  return { ...office, subjects };
}

test("what our own code throws at one letter is seen, puts that one off, and doubles no other", async () => {
  const { keeper, clock, subjects } = await waitingLetters();
  const { mailer } = keeper.ports;
  keeper.ports.mailer = {
    ...mailer,
    hand: (mail) =>
      mail.rendered.subject.startsWith("alarm/uji/0/") ? Promise.reject(SLIP) : mailer.hand(mail),
  };
  await expect(deliver(keeper)).rejects.toBe(SLIP);
  expect(await keeper.lettersIn(["handing"])).toEqual([]);
  await deliver(keeper);
  expect(subjects()).toHaveLength(LETTERS - 1);
  const [left, ...others] = await keeper.lettersIn(["planned"]);
  expect(others).toEqual([]);
  expect(left).toMatchObject({ attempts: 1, nextAt: clock.now + MINUTE });
  keeper.ports.mailer = mailer;
  clock.now += MINUTE;
  await deliver(keeper);
  expect(new Set(subjects()).size).toBe(LETTERS);
  expect(subjects()).toHaveLength(LETTERS);
});

test("a pass that a full disk ended leaves no lane at work beside the next one", async () => {
  const { keeper, subjects } = await waitingLetters();
  const { journal } = keeper.ports;
  let refusals = 1;
  keeper.ports.journal = {
    ...journal,
    async commit(batch: Batch, lease) {
      const isEnd = batch.letters?.some(({ state }) => state === "sent") ?? false;
      if (isEnd && refusals-- > 0) throw FULL;
      await journal.commit(batch, lease);
    },
  };
  await expect(deliver(keeper)).rejects.toBe(FULL);
  await deliver(keeper);
  expect(new Set(subjects()).size).toBe(LETTERS);
  expect(subjects()).toHaveLength(LETTERS);
});

test("letters that such a pass left in hand are admitted to be unsure by the next one", async () => {
  const { keeper } = await waitingLetters();
  const [letter] = await keeper.lettersIn(["planned"]);
  if (!letter) throw new Error("Nothing waits");
  await keeper.commit({
    letters: [{ ...letter, state: "handing", handedAt: keeper.ports.clock.now() }],
  });
  keeper.ports.mailbox = { ...keeper.ports.mailbox, read: away };
  keeper.ports.book = { read: away };
  await beat(keeper, new Sources(keeper));
  expect((await keeper.lettersIn(["unsure"])).map(({ key }) => key)).toEqual([letter.key]);
  expect(await keeper.lettersIn(["handing"])).toEqual([]);
});

function away(): never {
  throw new RemoteError("away", { kind: "temporary" });
}

const SLIP = new TypeError("Cannot read properties of undefined");
const FULL = new Error("database or disk is full");
