import { expect, test } from "vitest";

import { isMessage, markOf, textOf, flat, type MessageAct } from "../../src/sandbox/week/act.ts";
import { EXPECTED_LETTERS, WEEK } from "../../src/sandbox/week/script.ts";

const messages = WEEK.acts.filter(isMessage);

test("the week holds at least forty messages of all kinds", () => {
  expect(messages.length).toBeGreaterThanOrEqual(40);
  const kinds = new Set(messages.map(({ do: kind, expect: { becomes } }) => `${kind} ${becomes}`));
  expect([...kinds].toSorted()).toEqual([
    "form part",
    "form ticket",
    "mail nothing",
    "mail part",
    "mail ticket",
    "type-row ticket",
  ]);
  const channels = messages.flatMap((act) =>
    act.do === "type-row" ? [act.cells["Kanal"] ?? ""] : [],
  );
  expect(new Set(channels)).toEqual(new Set(["Telepon", "Surat", "Pesan Teks", "Langsung"]));
});

test("everything happens in the order of its time, within the week", () => {
  const times = WEEK.acts.map(({ at }) => at);
  expect(times).toEqual(times.toSorted((a, b) => a - b));
  expect(times[0]).toBeGreaterThan(WEEK.start);
  expect(times.at(-1)).toBeLessThan(WEEK.end);
});

test("every message has a name and words of its own", () => {
  const ids = messages.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const originals = messages.filter((act) => !isCopy(act));
  for (const act of originals) {
    const others = originals.filter((other) => other !== act && quotes(other, markOf(act)));
    expect(others.map(({ id }) => id)).toEqual([]);
  }
});

test("whoever is spoken of has come before", () => {
  const known = new Set<string>();
  for (const act of WEEK.acts) {
    if (isMessage(act)) known.add(act.id);
    const spokenOf = "of" in act ? [act.of] : [];
    if (isMessage(act) && act.expect.becomes === "part") spokenOf.push(act.expect.of);
    if (act.do === "mail" && act.answers) spokenOf.push(act.answers.of);
    for (const id of spokenOf) expect(known).toContain(id);
  }
  for (const { of } of EXPECTED_LETTERS) expect(known).toContain(of);
});

function isCopy(act: MessageAct): boolean {
  return act.do === "mail" && act.copyOf !== undefined;
}

function quotes(act: MessageAct, mark: string): boolean {
  return flat(textOf(act)).includes(mark);
}
