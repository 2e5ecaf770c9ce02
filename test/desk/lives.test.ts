import { expect, test } from "vitest";

import { wib } from "./clock-builders.ts";
import { DeskLife } from "./support/desk-life.ts";
import { storyOf } from "./support/life-story.ts";
import { aComplaint, aMail } from "./support/messages.ts";
import { anOffice, aPolicy } from "./support/office.ts";

/*
 * Whole lives, told line by line in snapshots/. A line that changes is a change in what the office
 * sees or is written: read it before accepting it.
 */

const ASSIGNED = {
  priority: "Sedang",
  visit: "Tidak perlu",
  officers: "Budi Santoso",
} as const;

function start(text = "2026-11-24 09.00"): { life: DeskLife; number: string } {
  const life = new DeskLife(text);
  return { life, number: life.mail(aMail) ?? "" };
}

function tells(name: string, live: () => DeskLife): void {
  test(`the story of ${name}`, async () => {
    await expect(storyOf(live())).toMatchFileSnapshot(`snapshots/${name.replaceAll(" ", "-")}.txt`);
  });
}

tells("a repair that runs over and passes to another officer", () => {
  const { life, number } = start();
  life.until("2026-11-24 09.25").type(number, ASSIGNED);
  life.until("2026-11-24 10.40").type(number, { officers: "Tono Wibowo" });
  life.until("2026-11-24 15.40").type(number, { status: "Selesai" });
  life.until("2026-11-24 15.45").type(number, { result: "Kabel diganti", cause: "Kabel putus" });
  return life.until("2026-11-24 15.55");
});

tells("facts that are asked for once a round", () => {
  const { life, number } = start();
  life.type(number, { status: "Menunggu Info", unit: "Dinas Kesehatan" }).until("2026-11-24 09.10");
  life.type(number, { status: "Baru" }).until("2026-11-24 09.15");
  life.type(number, { status: "Menunggu Info" }).until("2026-11-24 09.25");
  life.type(number, { status: "Selesai", result: "Sudah normal" }).until("2026-11-24 09.35");
  life.mail((uid, now) => aMail(uid, now, { text: "Mati lagi." }), number);
  life.type(number, { status: "Baru" }).until("2026-11-24 09.40");
  const missing = { unit: "", place: "Ruang arsip", phone: "0812" };
  life.type(number, { ...missing, status: "Menunggu Info" });
  return life.until("2026-11-24 09.50");
});

tells("a complaint cancelled and taken up again at each step", () => {
  const { life, number } = start();
  life.type(number, { status: "Dibatalkan" }).until("2026-11-24 09.04");
  life.type(number, { status: "Baru" }).until("2026-11-24 09.08");
  life.type(number, { ...ASSIGNED, status: "Dikerjakan" }).until("2026-11-24 09.12");
  life.type(number, { status: "Dibatalkan", cancelReason: "Ganda" }).until("2026-11-24 09.20");
  life.type(number, { status: "Dikerjakan" }).until("2026-11-24 09.25");
  life.mailer = ({ kind }) => (kind === "report" ? false : { state: "sent" });
  life.type(number, { status: "Selesai", result: "Beres" }).until("2026-11-24 09.30");
  life.type(number, { status: "Dibatalkan" }).until("2026-11-24 09.35");
  life.type(number, { status: "Dikerjakan" });
  return life.until("2026-11-24 09.40");
});

tells("a complaint cancelled before its receipt went out", () => {
  const life = new DeskLife("2026-11-24 09.00");
  life.mailer = () => false;
  const number = life.mail(aMail) ?? "";
  life.type(number, { status: "Dibatalkan", cancelReason: "Dirujuk" }).until("2026-11-24 09.05");
  life.type(number, { status: "Baru" }).until("2026-11-24 09.10");
  life.mailer = () => ({ state: "sent" });
  return life.until("2026-11-24 09.12");
});

tells("a finished complaint set back before and after its report went out", () => {
  const { life, number } = start();
  life.type(number, { ...ASSIGNED, visit: "Perlu" }).until("2026-11-24 09.05");
  life.mailer = ({ kind }) => (kind === "report" ? false : { state: "sent" });
  life.type(number, { status: "Selesai", result: "Beres" }).until("2026-11-24 09.10");
  life.type(number, { status: "Dikerjakan" }).until("2026-11-24 09.15");
  life.mailer = () => ({ state: "sent" });
  life.type(number, { status: "Selesai" }).until("2026-11-24 09.20");
  life.type(number, { status: "Dikerjakan" });
  return life.until("2026-11-24 09.25");
});

tells("a child that its reporter reopens before anybody answered", () => {
  const { life, number: parent } = start();
  const from = "kec.mejobo@kuduskab.example";
  life.mailer = ({ kind }) => (kind === "acknowledgement" ? false : { state: "sent" });
  const child = life.mail((uid, now) => aMail(uid, now, { from })) ?? "";
  life.type(child, { parent }).until("2026-11-24 09.05");
  life.type(parent, { ...ASSIGNED, status: "Selesai", result: "FO disambung" });
  life.until("2026-11-24 09.15");
  life.mail((uid, now) => aMail(uid, now, { from, text: "Masih mati." }), child);
  return life.until("2026-11-24 09.20");
});

tells("rows typed two and three working days after the call", () => {
  const life = new DeskLife("2026-11-26 09.00");
  life.typed("JKD-2026-0001", aComplaint(wib("2026-11-24 08.00"), { channel: "Telepon" }));
  life.typed("JKD-2026-0002", aComplaint(wib("2026-11-23 15.59"), { channel: "Telepon" }));
  life.typed("JKD-2026-0003", aComplaint(wib("2026-11-23 10.00")), {
    status: "Selesai",
    result: "Kabel diganti",
    finishedAt: wib("2026-11-23 11.00"),
  });
  life.until("2026-11-26 09.20");
  life.mail((uid, now) => aMail(uid, now, { text: "Mati lagi." }), "JKD-2026-0003");
  return life.until("2026-11-26 09.25");
});

tells("rules that change under running steps", () => {
  const { life, number } = start();
  const second = life.mail((uid, now) => aMail(uid, now, { from: "x@dinsos.example" })) ?? "";
  life.type(number, ASSIGNED).until("2026-11-24 09.05");
  life.type(second, { status: "Selesai", result: "Beres" }).until("2026-11-24 09.10");
  life.type(second, { status: "Dikerjakan" }).until("2026-11-24 09.15");
  const { limits } = aPolicy();
  life.office = anOffice({
    policy: aPolicy({ limits: { ...limits, 3: 40 * 60_000, 4: 90 * 60_000 } }),
  });
  life.until("2026-11-24 09.20");
  life.type(second, { visit: "Perlu", priority: "Rendah", officers: "Tono Wibowo" });
  return life.until("2026-11-24 09.30");
});

tells("a remote repair that becomes a field visit and ends by a typed time", () => {
  const { life, number } = start();
  life.type(number, ASSIGNED).until("2026-11-24 09.30");
  life.type(number, { visit: "Perlu" }).until("2026-11-24 09.40");
  life.type(number, { visit: "Tidak perlu" }).until("2026-11-24 09.45");
  life.type(number, {
    status: "Selesai",
    result: "Radio diganti",
    finishedAt: wib("2026-11-24 12.00"),
  });
  life.until("2026-11-24 09.50");
  life.type(number, { finishedAt: wib("2026-11-24 09.43") });
  return life.until("2026-11-24 09.55");
});

tells("a complaint of the night that must not wait", () => {
  const { life, number } = start("2026-11-27 21.40");
  life.type(number, { ...ASSIGNED, priority: "Tinggi" }).until("2026-11-27 21.50");
  life.until("2026-11-30 09.05").type(number, { status: "Menunggu Pihak Ketiga" });
  life.until("2026-11-30 10.40").type(number, { status: "Selesai", result: "ISP pulih" });
  return life.until("2026-11-30 10.50");
});
