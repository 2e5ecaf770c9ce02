import { expect, test } from "vitest";

import { signatureOf } from "../../src/desk/signature.ts";

function letter(...lines: string[]): string {
  return lines.join("\n");
}

test.each([
  [
    "behind the mark that mail programs set",
    letter("Internet mati.", "-- ", "Nur Hidayah", "Dinas Sosial"),
    letter("Nur Hidayah", "Dinas Sosial"),
  ],
  [
    "behind the last such mark, when a signature quotes another",
    letter("Internet mati.", "--", "Aplikasi surat kantor", "--", "Nur Hidayah"),
    "Nur Hidayah",
  ],
  [
    "below the thanks",
    letter("Internet mati.", "Atas bantuannya, kami ucapkan terima kasih.", "", "Nur", "Kasubag"),
    letter("Nur", "Kasubag"),
  ],
  ["below Hormat kami", letter("Mati.", "  Hormat kami,", "  Camat Dawe"), "Camat Dawe"],
  ["below Wassalamualaikum", letter("Mati.", "Wassalamualaikum", "Pemdes Colo"), "Pemdes Colo"],
  ["below matur nuwun", letter("Pejah.", "Matur nuwun", "Bu Kades Colo"), "Bu Kades Colo"],
  ["below Kind regards", letter("Down.", "Kind regards,", "IT RSUD"), "IT RSUD"],
  [
    "in a last paragraph that says thanks at its end",
    letter("Internet mati.", "", "Dinas Sosial", "Terima kasih"),
    letter("Dinas Sosial", "Terima kasih"),
  ],
  [
    "in a last paragraph of lines that are no sentences",
    letter("Internet di balai desa mati sejak pagi.", "", "Sutrisno", "Sekdes Karangrowo", ""),
    letter("Sutrisno", "Sekdes Karangrowo"),
  ],
])("the signature stands %s", (_, text, signature) => {
  expect(signatureOf(text)).toBe(signature);
});

test.each([
  ["a letter of one line", "Internet mati, Sekdes Karangrowo"],
  ["a letter of two lines", letter("Internet mati", "Sekdes Karangrowo")],
  ["an empty letter", ""],
  ["a letter below an empty line", letter("", "Nur", "Dinas Sosial")],
  ["a last paragraph that ends a sentence", letter("Yth. Kominfo,", "", "Internet kami mati.")],
  ["one that asks", letter("Internet mati.", "", "Kapan petugas datang?")],
  ["one that ends a sentence in its first line", letter("Mati.", "", "Mohon dibantu!", "Nur")],
  ["a last line as long as a sentence", letter("Mati.", "", "sudah kami coba ".repeat(6))],
  ["thanks with nothing below", letter("Internet mati.", "Terima kasih")],
  ["thanks before the matter", letter("Terima kasih atas perhatiannya.", "Internet mati lagi.")],
  ["a word that only begins like a closing", letter("Mati.", "Salaman dulu.", "Lalu mati.")],
  ["nothing behind the mark", letter("Internet mati.", "--", "")],
])("%s has none", (_, text) => {
  expect(signatureOf(text)).toBe("");
});

test("a line of 89 characters may still be an office with its address", () => {
  const office = "Dinas Sosial ".repeat(7).slice(0, 89);
  expect(signatureOf(letter("Internet mati.", "", office))).toBe(office);
  expect(signatureOf(letter("Internet mati.", "", `${office}x`))).toBe("");
});

test("eight lines are a signature; a ninth is not looked at, or makes it a list", () => {
  const lines = Array.from({ length: 9 }, (_each, at) => `baris ${at + 1}`);
  const eight = letter(...lines.slice(0, 8));
  expect(signatureOf(letter("Mati.", "--", "", ...lines))).toBe(eight);
  expect(signatureOf(letter("Mati.", "", ...lines.slice(0, 8)))).toBe(eight);
  expect(signatureOf(letter("Mati.", "", ...lines))).toBe("");
});

test("a closing counts near the end only: eight lines below it at most", () => {
  const lines = Array.from({ length: 9 }, (_each, at) => `baris ${at + 1}.`);
  expect(signatureOf(letter("Mati.", "Terima kasih", ...lines.slice(0, 8)))).toContain("baris 1.");
  expect(signatureOf(letter("Mati.", "Terima kasih", ...lines))).toBe("");
});

test("the last closing counts, not the first", () => {
  const text = letter("Mati.", "Terima kasih", "Hormat kami", "Camat Dawe");
  expect(signatureOf(text)).toBe("Camat Dawe");
});
