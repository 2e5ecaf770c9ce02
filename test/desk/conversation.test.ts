import { describe, expect, test } from "vitest";

import type { Message } from "../../src/desk/message.ts";
import { wib } from "./clock-builders.ts";
import { DeskLife } from "./support/desk-life.ts";
import { aMail, aSubmission, REPORTER } from "./support/messages.ts";
import { ADMIN, ASSIGNED, BUDI, SECTION_HEAD } from "./support/office.ts";

type Mail = Parameters<typeof aMail>[2];

/** A mail sent now; its words are all new. */
function say(life: DeskLife, text: string, changes: Mail = {}): string | null {
  return life.mail((uid, now) => aMail(uid, now, { text, newText: text, ...changes }));
}

/** An answer in the thread of the reporter's first mail. */
function answer(life: DeskLife, number: string, text: string, changes: Mail = {}): string | null {
  const inReplyTo = [life.ticket(number).messageIds[0] ?? ""];
  return say(life, text, { verdict: { class: "reply" }, inReplyTo, ...changes });
}

function opened(start = "2026-11-24 09.00") {
  const life = new DeskLife(start);
  return { life, number: life.mail(aMail) ?? "" };
}

function inRepair() {
  const { life, number } = opened();
  life.type(number, ASSIGNED);
  return { life: life.until("2026-11-24 09.10"), number };
}

function closed() {
  const { life, number } = inRepair();
  life.type(number, { status: "Selesai", result: "Kabel diganti" });
  return { life: life.until("2026-11-24 09.20"), number };
}

function handwritten(uid: number, now: number): Message {
  return aMail(uid, now, {
    from: "helpdesk@diskominfo.example",
    sent: true,
    text: "Kami ke sana.",
  });
}

describe("where a mail belongs", () => {
  test.each([
    ["the number with its prefix", "Re: [JKD-2026-0001] Aduan diterima", "JKD-2026-0001"],
    ["in small letters, with blanks and without zeros", "RE: FW: jkd 2026 1", "JKD-2026-0001"],
    [
      "the first of two in which the sender takes part",
      "Re: [JKD-2026-0002] Fwd: [JKD-2026-0001]",
      "JKD-2026-0001",
    ],
    ["a number that we never gave", "Re: [JKD-2026-9999] Aduan diterima", "JKD-2026-0003"],
    ["no prefix, no reference", "no. 2026-0001 mohon info", "JKD-2026-0003"],
    ["another desk's number", "[Tiket #0001] gangguan ISP", "JKD-2026-0003"],
  ])("%s: %s", (_, subject, expected) => {
    const { life } = opened();
    say(life, "Radio desa mati", { from: "kec.mejobo@kuduskab.example" });
    expect(say(life, "Mohon kabarnya", { subject })).toBe(expected);
  });

  test("the thread beats a number in the subject", () => {
    const { life, number } = opened();
    life.until("2026-11-24 09.40");
    const other = say(life, "WiFi aula lemot") ?? "";
    expect(answer(life, number, "Masih mati", { subject: `Re: [${other}]` })).toBe(number);
  });

  test("somebody of the same unit takes part, by a domain that is that unit's alone", () => {
    const { life } = opened();
    const number = say(life, "Radio mati", { from: "umum@dinsos.example" }) ?? "";
    const subject = `Re: [${number}]`;
    expect(say(life, "Menambahkan foto", { from: "sekretaris@dinsos.example", subject })).toBe(
      number,
    );
  });

  test("a stranger who names a number opens a complaint of his own and learns nothing", () => {
    const { life, number } = opened();
    const before = life.ticket(number);
    const own = say(life, "Bagaimana kabarnya?", {
      from: "orang@gmail.com",
      subject: `Status ${number}`,
    });
    expect(own).toBe("JKD-2026-0002");
    expect(life.ticket(number)).toEqual(before);
    const letter = life.letter("JKD-2026-0002/r1/acknowledgement/reporter");
    expect(JSON.stringify({ ...letter, facts: letter.facts })).not.toContain(number);
    expect(Object.values(life.ticket("JKD-2026-0002").notes)).toContain(
      `Pesan ini menyebut ${number}.`,
    );
  });

  test("counting through the numbers leads a stranger nowhere", () => {
    const { life, number } = opened();
    for (let serial = 1; serial <= 3; serial++) {
      say(life, "Halo", { from: `tamu${serial}@gmail.com`, subject: `JKD-2026-000${serial}` });
    }
    expect(life.ticket(number).lastMessage).toBeNull();
    expect(life.tickets.size).toBe(4);
  });
});

describe("an answer on an open ticket", () => {
  test("belongs to it, however long it has been open", () => {
    const { life, number } = opened();
    life.now = wib("2026-12-14 09.00");
    expect(answer(life, number, "Masih mati.")).toBe(number);
    expect(life.tickets.size).toBe(1);
    expect(life.events.map(({ id }) => id)).toEqual(
      life.events.map((_, at) => `${number}/${at + 1}`),
    );
  });

  test("fills Pesan Terakhir and goes to the officer; within 15 minutes the next one waits", () => {
    const { life, number } = inRepair();
    answer(life, number, "Ada di lantai 2.");
    life.until("2026-11-24 09.14");
    answer(life, number, "Maaf, lantai 3.");
    expect(life.ticket(number).lastMessage?.text).toBe("Maaf, lantai 3.");
    life.until("2026-11-24 09.40");
    const told = life.letters.filter(({ kind }) => kind === "reply-received");
    expect(told.map(({ to, plannedAt, facts }) => [to.address, plannedAt, facts])).toEqual([
      [BUDI, wib("2026-11-24 09.10"), expect.objectContaining({ quote: "Ada di lantai 2." })],
      [BUDI, wib("2026-11-24 09.25"), expect.objectContaining({ quote: "Maaf, lantai 3." })],
    ]);
  });

  test("goes to the helpdesk where nobody is named yet", () => {
    const { life, number } = opened();
    answer(life, number, "Nomor saya 0812.");
    expect(life.sent(number).at(-1)).toBe(`2026-11-24 09.00 reply-received → ${ADMIN}`);
  });

  test("thanks disturb nobody, and that it works again stands in Catatan Sistem", () => {
    const { life, number } = inRepair();
    const before = life.letters.length;
    answer(life, number, "Terima kasih", { verdict: { class: "reply", thanks: true } });
    expect(life.letters).toHaveLength(before);
    answer(life, number, "Internet sudah normal");
    expect(life.ticket(number)).toMatchObject({
      phase: "open",
      notes: { "kata-pelapor": "Pelapor menulis bahwa layanan sudah normal." },
    });
  });

  test("an officer's word changes no status; he is asked for the cells once", () => {
    const { life, number } = inRepair();
    const officer = { from: BUDI, subject: `Re: [${number}]` };
    say(life, "Sudah normal pak", officer);
    say(life, "Sudah normal lagi", officer);
    expect(life.ticket(number).fields.status).toBe("Baru");
    const asked = life.letters.filter(({ key }) => key.endsWith("ask-cells/officer"));
    expect(asked.map(({ to }) => to.address)).toEqual([BUDI]);
  });

  test("an answer written by hand from our own mailbox joins, and its thread with it", () => {
    const { life, number } = inRepair();
    life.mail(handwritten, number);
    expect(life.ticket(number).messageIds).toContain("<m2@pelapor.example>");
    expect(life.ticket(number).lastMessage?.text).toBe("Kami ke sana.");
  });
});

describe("an answer on a closed ticket", () => {
  test("reopens it under the same number, at step 3, and keeps the cell Status", () => {
    const { life, number } = closed();
    life.until("2026-11-24 10.00");
    expect(answer(life, number, "Mati lagi sejak tadi.")).toBe(number);
    expect(life.ticket(number)).toMatchObject({
      phase: "open",
      round: 2,
      fields: { status: "Selesai" },
    });
    expect(life.run(number, 3)?.dueAt).toBe(wib("2026-11-24 10.30"));
    expect(life.sent(number, "2026-11-24 10.00")).toEqual([
      `2026-11-24 10.00 reopened → ${REPORTER}`,
      `2026-11-24 10.00 reopened → ${BUDI}`,
      `2026-11-24 10.00 reopened → ${ADMIN}`,
      `2026-11-24 10.00 reopened → ${SECTION_HEAD}`,
    ]);
  });

  test("that only says it works again reopens nothing", () => {
    const { life, number } = closed();
    life.until("2026-11-24 10.00");
    expect(answer(life, number, "matur nuwun pak, sampun murup")).toBe(number);
    expect(life.ticket(number)).toMatchObject({ phase: "closed", round: 1 });
  });

  test.each([
    ["thanks", { verdict: { class: "reply", thanks: true } }],
    ["staff", { from: BUDI }],
    ["somebody else in the thread", { from: "tamu@gmail.com" }],
  ] as const)("%s: it stays closed", (_, changes) => {
    const { life, number } = closed();
    answer(life, number, "Baik, sama-sama.", changes);
    expect(life.ticket(number)).toMatchObject({ phase: "closed", round: 1 });
  });

  test("until closing time of the third working day; later it is a new complaint (B049)", () => {
    const { life, number } = closed();
    life.now = wib("2026-11-27 16.31");
    const own = answer(life, number, "WiFi aula mati.", { subject: "WiFi aula mati" }) ?? "";
    expect(own).toBe("JKD-2026-0002");
    expect(life.ticket(number)).toMatchObject({ phase: "closed", round: 1 });
    expect(Object.values(life.ticket(own).notes)).toContain(`Pesan ini menyebut ${number}.`);
    const { life: inTime, number: same } = closed();
    inTime.now = wib("2026-11-27 16.30");
    expect(answer(inTime, same, "Mati lagi.")).toBe(same);
    expect(inTime.ticket(same).round).toBe(2);
  });

  test("thanks are its thanks, also weeks later", () => {
    const { life, number } = closed();
    life.now = wib("2026-12-14 09.00");
    const thanks = { verdict: { class: "reply", thanks: true } } as const;
    expect(answer(life, number, "Terima kasih", thanks)).toBe(number);
    expect(life.ticket(number)).toMatchObject({ phase: "closed", round: 1 });
  });

  test("the second round ends on a new Selesai; what the first took stays on record", () => {
    const { life, number } = closed();
    const first = life.ticket(number).runs;
    life.until("2026-11-24 10.00");
    answer(life, number, "Mati lagi.");
    life.until("2026-11-24 10.20");
    expect(life.run(number, 6)).toBeUndefined();
    life.type(number, { status: "Dikerjakan" }).until("2026-11-24 11.30");
    expect(life.letter("r2/step-4/overdue/officer").plannedAt).toBe(wib("2026-11-24 11.22"));
    life.type(number, { status: "Selesai" }).until("2026-11-24 11.40");
    expect(life.ticket(number).phase).toBe("closed");
    expect(life.ticket(number).runs.filter((run) => run.round === 1)).toEqual(first);
  });

  test("or on a later Waktu Selesai, though Status still reads Selesai", () => {
    const { life, number } = closed();
    life.until("2026-11-24 10.00");
    answer(life, number, "Mati lagi.");
    life.until("2026-11-24 10.20");
    life.type(number, { finishedAt: wib("2026-11-24 10.15") }).until("2026-11-24 10.30");
    expect(life.ticket(number).phase).toBe("closed");
    expect(life.run(number, 4)?.endedAt).toBe(wib("2026-11-24 10.15"));
  });
});

test("an answer to a cancelled complaint reaches staff", () => {
  const { life, number } = inRepair();
  life.type(number, { status: "Dibatalkan" }).until("2026-11-24 09.20");
  answer(life, number, "Ini bukan aduan ganda.");
  expect(life.ticket(number).phase).toBe("cancelled");
  expect(life.sent(number).at(-1)).toBe(`2026-11-24 09.20 reply-received → ${BUDI}`);
});

describe("an edited form answer", () => {
  test("is a reply: no second number, staff's cell stays, Pesan Terakhir says what changed", () => {
    const life = new DeskLife("2026-11-24 10.20");
    const number = life.form(aSubmission("R1", life.now, { place: "lantai 2" })) ?? "";
    life.type(number, { place: "gedung B lt. 2" }).until("2026-11-24 11.00");
    expect(life.form(aSubmission("R1", life.now, { place: "lantai 3" }))).toBe(number);
    expect(life.tickets.size).toBe(1);
    expect(life.ticket(number)).toMatchObject({
      fields: { place: "gedung B lt. 2", reportedAt: wib("2026-11-24 10.20") },
      lastMessage: { text: "Isian formulir diubah. Lokasi: lantai 3" },
    });
    expect(life.letters.filter(({ kind }) => kind === "acknowledgement")).toHaveLength(1);
  });

  test("ten days after closing is noted, and reopens nothing by itself", () => {
    const life = new DeskLife("2026-11-24 10.20");
    const number = life.form(aSubmission("R1", life.now)) ?? "";
    life.type(number, { status: "Selesai", result: "Beres" }).until("2026-11-24 10.30");
    life.now = wib("2026-12-08 09.00");
    life.form(aSubmission("R1", life.now, { text: "WiFi aula mati lagi." }));
    expect(life.ticket(number)).toMatchObject({ phase: "closed", round: 1 });
    expect(life.ticket(number).lastMessage?.text).toContain("WiFi aula mati lagi.");
  });
});
