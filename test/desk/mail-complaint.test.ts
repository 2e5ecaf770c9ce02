import { describe, expect, test } from "vitest";

import { mailComplaint } from "../../src/desk/mail-complaint.ts";
import { wib } from "./clock-builders.ts";
import { aMail, REPORTER } from "./support/messages.ts";
import { aMember, anOffice, aUnit, BUDI, worldAt } from "./support/office.ts";

type Mail = Parameters<typeof aMail>[2];

const NOW = wib("2026-11-24 09.00");

const OFFICE = anOffice({
  staff: [aMember("Budi Santoso", { email: BUDI.toUpperCase() })],
  units: [aUnit("Dinas Kesehatan", REPORTER), aUnit("Dinas Sosial"), aUnit("Dinas Perhubungan")],
});

function complaintOf(mail: Mail) {
  return mailComplaint(aMail(7, NOW, mail), worldAt(NOW, OFFICE));
}

describe("a mail's complaint", () => {
  test("is an Aduan by Email of its sender and unit, at the second in which it came", () => {
    const attachments = [{ name: "foto.jpg", type: "image/jpeg", size: 10, part: 0 }];
    expect(mailComplaint(aMail(7, NOW + 999, { attachments }), worldAt(NOW, OFFICE))).toMatchObject(
      {
        channel: "Email",
        kind: "Aduan",
        reportedAt: NOW,
        unit: "Dinas Kesehatan",
        reporter: "dinkes",
        email: REPORTER,
        phone: "",
        place: "",
        subject: "Internet mati",
        text: "Internet di kantor kami mati sejak pagi.",
        attachments,
        category: "Internet mati",
        notes: [],
      },
    );
  });

  test.each([
    ["the writer", { name: "Dinas Sosial", address: "orang@gmail.com" }, "Dinas Sosial"],
    ["nobody known", { name: "Orang", address: "orang@gmail.com" }, ""],
  ])("is of the unit that %s names", (_, from, unit) => {
    const message = { ...aMail(7, NOW), from, replyTo: null, authors: [from] };
    expect(mailComplaint(message, worldAt(NOW, OFFICE)).unit).toBe(unit);
  });

  test("is of the unit in its signature, not of another in its text", () => {
    const text = "Internet mati, seperti di Dinas Perhubungan kemarin.";
    const complaint = complaintOf({ from: "orang@gmail.com", text, signature: "Dinas Sosial" });
    expect(complaint.unit).toBe("Dinas Sosial");
  });

  test("is of the unit in its subject, not of another in its text", () => {
    const text = "Internet mati, seperti di Dinas Perhubungan kemarin.";
    const subject = "Internet Dinas Sosial mati";
    expect(complaintOf({ from: "orang@gmail.com", text, subject }).unit).toBe("Dinas Sosial");
  });

  test("is answered where its writer wants answers, and is of that address's unit", () => {
    const replyTo = { name: "", address: REPORTER };
    const complaint = complaintOf({ from: "nur@gmail.com", replyTo });
    expect(complaint).toMatchObject({ email: REPORTER, reporter: "nur", unit: "Dinas Kesehatan" });
  });

  test("without From and Reply-To has neither name nor address", () => {
    expect(complaintOf({ from: "" })).toMatchObject({ reporter: "", email: "", unit: "" });
  });

  test("leaves the category open where the words speak for two", () => {
    const text = "WiFi hilang dan website error 502";
    const complaint = complaintOf({ subject: "", text });
    expect(complaint.category).toBe("");
    expect(complaint.suggestion.category).not.toBe("");
  });

  test("keeps no password, neither in its text nor in its title", () => {
    const complaint = complaintOf({ subject: "password: abc123", text: "pw: rahasia1 mati" });
    expect(complaint.subject).toBe("password: ••••••");
    expect(complaint.text).toBe("pw: •••••• mati");
  });

  test.each([
    ["of an empty text is its title", { subject: "WiFi mati", text: "" }, "WiFi mati", "WiFi mati"],
    ["of no words at all is none", { subject: "", text: "" }, "(tanpa judul)", ""],
    ["without a subject begins with the text", { subject: "Re:", text: "Mati" }, "Mati", "Mati"],
  ])("the text %s", (_, mail, subject, text) => {
    expect(complaintOf({ newText: "", ...mail })).toMatchObject({ subject, text });
  });

  test("holds the new words of an answer, and the signature that they lost", () => {
    const mail = { text: "Mati lagi.\n> dulu mati", newText: "Mati lagi." };
    expect(complaintOf(mail).text).toBe("Mati lagi.");
    expect(complaintOf({ ...mail, signature: "Nur, 0812" }).text).toBe("Mati lagi.\n\nNur, 0812");
    const signed = { text: "Mati.\nNur", newText: "Mati.\nNur", signature: "Nur" };
    expect(complaintOf(signed).text).toBe("Mati.\nNur");
  });

  test("longer than a cell is cut, and says once where the whole lies", () => {
    const note =
      "Uraian dipotong pada 4.000 karakter; selengkapnya di kotak surat, folder INBOX, UID 7.";
    const long = complaintOf({ text: "a".repeat(4_001), problems: ["Lampiran tidak terbaca."] });
    expect(long.text).toHaveLength(4_000);
    expect(long.notes).toEqual(["Lampiran tidak terbaca.", note]);
    expect(complaintOf({ text: "a".repeat(4_000) }).notes).toEqual([]);
  });
});

describe("a forwarded mail", () => {
  const nur = { name: "Nur", address: "nur@gmail.com", text: "WiFi mati.\n\nNur\nDinas Sosial" };
  const text = "Tolong ditangani.\n> WiFi mati.";

  test("whose original is attached is its writer's, by name, words and signature", () => {
    const complaint = complaintOf({
      from: BUDI,
      text,
      forwarded: { ...nur, attachedOriginal: true },
    });
    expect(complaint).toMatchObject({
      reporter: "Nur",
      email: "nur@gmail.com",
      text: nur.text,
      unit: "Dinas Sosial",
      notes: [],
    });
  });

  test("of an address in OPD-Desa is that unit's", () => {
    const forwarded = { ...nur, name: "", address: REPORTER, attachedOriginal: false };
    expect(complaintOf({ from: BUDI, text, forwarded })).toMatchObject({
      reporter: REPORTER,
      email: REPORTER,
      unit: "Dinas Kesehatan",
      notes: [],
    });
  });

  test("of any other address answers the forwarder, and offers that address", () => {
    const forwarded = { ...nur, attachedOriginal: false };
    expect(complaintOf({ from: BUDI, text, forwarded })).toMatchObject({
      reporter: "Nur",
      email: BUDI,
      text: nur.text,
      unit: "Dinas Sosial",
      notes: ["Diteruskan oleh petugas; bila pelapornya benar, isi Email Pelapor: nur@gmail.com"],
    });
  });

  test("is of the unit that its writer's name says, where nothing else does", () => {
    const forwarded = { ...nur, name: "Dinas Perhubungan", text: "Mati.", attachedOriginal: false };
    expect(complaintOf({ from: BUDI, text, forwarded }).unit).toBe("Dinas Perhubungan");
  });

  test.each([
    ["named only", "Nur", true, "Nur"],
    ["neither named nor addressed", "", false, "budi"],
  ])("of somebody %s stays with the forwarder", (_, name, attachedOriginal, reporter) => {
    const forwarded = { name, address: "", text: "", attachedOriginal };
    expect(complaintOf({ from: BUDI, text, forwarded })).toMatchObject({
      reporter,
      email: BUDI,
      text,
      notes: ["Diteruskan oleh petugas; alamat pelapor tidak tercantum."],
    });
  });

  test("by somebody who is no staff is the forwarder's own, with all it says", () => {
    const forwarded = { ...nur, attachedOriginal: true };
    const mail = { from: REPORTER, text, newText: "Tolong ditangani.", forwarded };
    expect(complaintOf(mail)).toMatchObject({
      reporter: "dinkes",
      email: REPORTER,
      text,
      notes: [],
    });
  });
});
