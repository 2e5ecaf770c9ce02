import * as fc from "fast-check";
import { expect, test } from "vitest";

import { PARTS, splitAge } from "../../src/desk/split.ts";
import { STATUSES, type Hold, type Stretch, type Ticket } from "../../src/desk/ticket.ts";
import { DAY, HOUR, MINUTE, type Instant } from "../../src/desk/time.ts";
import { aRun, aTicket, officeCalendar, show, wib } from "./clock-builders.ts";

const office = officeCalendar();

function shortStretches(ticket: Ticket, until: Instant): string[] {
  return splitAge(ticket, office, [], until).stretches.map(
    ({ from, to, part, why }) => `${show(from)} ${(to - from) / MINUTE} ${part}: ${why}`,
  );
}

test("an age over a Friday, a weekend and a provider's outage is told piece by piece", () => {
  const reported = wib("2026-11-27 11.00");
  const ticket = aTicket(reported, {
    fields: { cause: "Gangguan ISP" },
    stretches: [
      { from: reported, status: "Baru", officers: [] },
      { from: wib("2026-11-27 13.20"), status: "Dikerjakan", officers: ["Budi"] },
      { from: wib("2026-11-27 16.00"), status: "Menunggu Pihak Ketiga", officers: ["Budi"] },
    ],
  });
  expect(shortStretches(ticket, wib("2026-11-30 08.00"))).toEqual([
    "2026-11-27 11.00 30 unassigned: sebelum ditugaskan",
    "2026-11-27 11.30 90 closedHours: istirahat dan salat Jumat",
    "2026-11-27 13.00 20 unassigned: sebelum ditugaskan",
    "2026-11-27 13.20 160 ours: penanganan petugas",
    "2026-11-27 16.00 30 thirdParty: menunggu penyedia internet",
    "2026-11-27 16.30 450 closedHours: setelah jam layanan",
    "2026-11-28 00.00 1440 closedHours: Sabtu",
    "2026-11-29 00.00 1440 closedHours: Minggu",
    "2026-11-30 00.00 450 closedHours: sebelum jam layanan",
    "2026-11-30 07.30 30 thirdParty: menunggu penyedia internet",
  ]);
});

test.each([
  [{ cause: "Gangguan ISP" }, "menunggu penyedia internet"],
  [{ cause: "Kabel putus", suspectedCause: "Gangguan ISP" }, "menunggu pihak ketiga"],
  [{ suspectedCause: "Listrik padam" }, "menunggu listrik pulih"],
  [{ remark: "Sudah menunggu teknisi ISP sejak pagi." }, "menunggu penyedia internet"],
  [{ remark: "Tunggu suku cadang dari rekanan" }, "menunggu vendor"],
  [{ remark: "Listrik normal, sudah dicek." }, "menunggu pihak ketiga"],
  [{ remark: "Menunggu jadwal. Kabel ISP sudah diperiksa." }, "menunggu pihak ketiga"],
  [{ cause: "Gangguan pusat" }, "menunggu perbaikan oleh pusat"],
  [{ cause: "Server pusat data panas" }, "menunggu pihak ketiga"],
])("whom a third party is, by %j, is only said when staff have said it: %s", (fields, why) => {
  const reported = wib("2026-11-24 09.00");
  const ticket = aTicket(reported, {
    fields,
    stretches: [{ from: reported, status: "Menunggu Pihak Ketiga", officers: ["Budi"] }],
  });
  const [stretch] = splitAge(ticket, office, [], wib("2026-11-24 10.00")).stretches;
  expect(stretch).toMatchObject({ part: "thirdParty", why });
});

test("in step 3 the hold tells who waits: a reply ends it while the cell still says so", () => {
  const reported = wib("2026-11-24 09.00");
  const ticket = aTicket(reported, {
    runs: [
      aRun(3, reported, {
        holds: [{ from: wib("2026-11-24 09.10"), to: wib("2026-11-24 10.00") }],
      }),
    ],
    stretches: [
      { from: reported, status: "Baru", officers: [] },
      { from: wib("2026-11-24 09.10"), status: "Menunggu Info", officers: [] },
    ],
  });
  const split = splitAge(ticket, office, [], wib("2026-11-24 10.30"));
  expect(split.waitingReporter).toBe(50 * MINUTE);
  expect(split.unassigned).toBe(40 * MINUTE);
});

test("a word that changes nothing about whose time it is makes no new stretch", () => {
  const reported = wib("2026-11-24 09.00");
  const ticket = aTicket(reported, {
    stretches: [
      { from: reported, status: "Baru", officers: ["Budi"] },
      { from: wib("2026-11-24 09.20"), status: "Dikerjakan", officers: ["Budi"] },
    ],
  });
  expect(shortStretches(ticket, wib("2026-11-24 10.00"))).toEqual([
    "2026-11-24 09.00 60 ours: penanganan petugas",
  ]);
});

test("a reporter who has not answered yet is waited for, and nobody else", () => {
  const reported = wib("2026-11-24 09.00");
  const from = wib("2026-11-24 09.10");
  const ticket = aTicket(reported, {
    runs: [aRun(3, reported, { holds: [{ from, to: null }] })],
    stretches: [
      { from: reported, status: "Baru", officers: [] },
      { from, status: "Menunggu Info", officers: [] },
    ],
  });
  expect(shortStretches(ticket, wib("2026-11-24 10.00"))).toEqual([
    "2026-11-24 09.00 10 unassigned: sebelum ditugaskan",
    "2026-11-24 09.10 50 waitingReporter: menunggu pelapor",
  ]);
});

test("a blank cause says nothing, so the suspected one is read", () => {
  const reported = wib("2026-11-24 09.00");
  const ticket = aTicket(reported, {
    fields: { cause: " ", suspectedCause: "Gangguan ISP" },
    stretches: [{ from: reported, status: "Menunggu Pihak Ketiga", officers: ["Budi"] }],
  });
  expect(shortStretches(ticket, wib("2026-11-24 09.30"))).toEqual([
    "2026-11-24 09.00 30 thirdParty: menunggu penyedia internet",
  ]);
});

test("our own downtime is nobody's lateness, yet a known wait stays a wait", () => {
  const reported = wib("2026-11-24 08.00");
  const ticket = aTicket(reported, {
    openedAt: wib("2026-11-24 09.00"),
    stretches: [
      { from: wib("2026-11-24 09.00"), status: "Baru", officers: [] },
      { from: wib("2026-11-24 10.00"), status: "Menunggu Pihak Ketiga", officers: ["Budi"] },
    ],
  });
  const downtimes = [
    { from: wib("2026-11-24 08.10"), to: wib("2026-11-24 09.00") },
    { from: wib("2026-11-24 10.30"), to: wib("2026-11-24 11.00") },
  ];
  const split = splitAge(ticket, office, downtimes, wib("2026-11-24 11.00"));
  expect(split.downtime).toBe(50 * MINUTE);
  expect(split.stretches[1]).toMatchObject({ part: "downtime", why: "gangguan sistem aduan" });
  expect(split.thirdParty).toBe(HOUR);
  expect(split.unassigned).toBe(70 * MINUTE);
});

test("a closed ticket stops ageing, and the rest between two rounds is nobody's", () => {
  const reported = wib("2026-11-23 09.00");
  const closedAt = wib("2026-11-23 15.00");
  const first = [
    aRun(3, reported, { endedAt: wib("2026-11-23 09.20"), outcome: "on-time" }),
    aRun(4, wib("2026-11-23 09.20"), { endedAt: closedAt, outcome: "late" }),
  ];
  const stretches: Stretch[] = [
    { from: reported, status: "Baru", officers: [] },
    { from: wib("2026-11-23 09.20"), status: "Dikerjakan", officers: ["Budi"] },
    { from: closedAt, status: "Selesai", officers: ["Budi"] },
  ];
  const closed = aTicket(reported, {
    phase: "closed",
    phaseSince: closedAt,
    runs: first,
    stretches,
  });
  expect(splitAge(closed, office, [], wib("2026-11-30 09.00")).age).toBe(6 * HOUR);

  const reopenedAt = wib("2026-11-24 10.00");
  const taken = wib("2026-11-24 10.15");
  const runs = [
    ...first,
    aRun(3, reopenedAt, { round: 2, endedAt: taken, outcome: "on-time" }),
    aRun(4, taken, { round: 2 }),
  ];
  const reopened = aTicket(reported, { round: 2, roundSince: reopenedAt, runs, stretches });
  const split = splitAge(reopened, office, [], wib("2026-11-24 10.20"));
  expect(split.unassigned).toBe(35 * MINUTE);
  expect(split.ours).toBe(4 * HOUR + 45 * MINUTE);
  expect(split.stretches.find((each) => each.why === "aduan sudah ditutup")).toMatchObject({
    from: closedAt,
    to: reopenedAt,
    part: "closedHours",
  });
});

test("who takes over a late ticket does not inherit the lateness", () => {
  const start = wib("2026-11-24 08.00");
  const ticket = aTicket(start, {
    runs: [aRun(4, start, { dueAt: wib("2026-11-24 09.00") })],
    stretches: [
      { from: start, status: "Dikerjakan", officers: ["Budi"] },
      { from: wib("2026-11-24 10.00"), status: "Menunggu Pihak Ketiga", officers: ["Budi"] },
      { from: wib("2026-11-24 11.00"), status: "Dikerjakan", officers: ["Tono"] },
    ],
  });
  const split = splitAge(ticket, office, [], wib("2026-11-24 11.30"));
  expect(split.lateByOfficer).toEqual({ Budi: HOUR, Tono: 30 * MINUTE });
});

const start = wib("2027-02-01 00.00");
const offsets = fc.integer({ min: 0, max: 60 * DAY });
const spans = fc
  .tuple(offsets, fc.integer({ min: 1, max: 3 * DAY }))
  .map(([from, length]) => ({ from: start + from, to: start + from + length }));

test("whatever happens to a ticket, the parts add up to its age without gaps", () => {
  const stretches = fc.array(
    fc.record({
      from: offsets.map((offset) => start + offset),
      status: fc.constantFrom(...STATUSES),
      officers: fc.constantFrom<string[]>([], ["Budi"], ["Budi", "Tono"]),
    }),
    { maxLength: 8 },
  );
  const open = fc.boolean();
  fc.assert(
    fc.property(offsets, stretches, fc.array(spans), fc.array(spans), open, (...given) => {
      const [reported, changes, downtimes, held, isOpenHold] = given;
      const reportedAt = start + reported;
      const holds: Hold[] = held.map(({ from, to }) => ({ from, to: isOpenHold ? null : to }));
      const ticket = aTicket(reportedAt, {
        stretches: changes.toSorted((a, b) => a.from - b.from),
        runs: [aRun(3, reportedAt, { holds })],
      });
      const until = start + 61 * DAY + 123;
      const split = splitAge(ticket, office, downtimes, until);
      expect(split.age).toBe(until - reportedAt);
      expect(PARTS.reduce((sum, part) => sum + split[part], 0)).toBe(split.age);
      let at = reportedAt;
      for (const stretch of split.stretches) {
        expect(stretch.from).toBe(at);
        at = stretch.to;
      }
      expect(at).toBe(until);
    }),
    { numRuns: 60, seed: 7 },
  );
});
