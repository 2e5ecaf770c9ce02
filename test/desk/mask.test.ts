import { expect, test } from "vitest";

import { maskSecrets } from "../../src/desk/mask.ts";

const MASKED_CASES: [text: string, masked: string][] = [
  ["user: admin password: Contoh123", "user: admin password: ••••••"],
  ["password=Contoh123, mohon diremote", "password=••••••, mohon diremote"],
  ["kata sandi adalah mawar", "kata sandi adalah ••••••"],
  ["sandi wifi: kudus2026", "sandi wifi: ••••••"],
  ['Password WiFi adalah "Mawar Merah"', 'Password WiFi adalah "•••••• Merah"'],
  ["pass router baru : x1y2z3", "pass router baru : ••••••"],
  ["pw admin123!", "pw ••••••!"],
  ["PIN 4821", "PIN ••••••"],
  ["pwd rahasia#1", "pwd ••••••"],
  ["sandinya = abc", "sandinya = ••••••"],
  ["password pw abc123", "password pw ••••••"],
  ["Kata sandi wifi pin 4821", "Kata sandi wifi pin ••••••"],
  ["password router baru x1y2", "password router baru ••••••"],
  ["password pin-4821", "password ••••••"],
  ["pass a@b.", "pass ••••••."],
  ["pin 1234.", "pin ••••••."],
  ["(pw abc123)", "(pw ••••••)"],
  ["password wifi rahasia_kita", "password wifi ••••••"],
  ["password: a, pin: b", "password: ••••••, pin: ••••••"],
  ["password baru adalah “mawar”", "password baru adalah “••••••”"],
  ["PASSWORD : ABC\npassword: def", "PASSWORD : ••••••\npassword: ••••••"],
];

test.each(MASKED_CASES)("%j is masked", (text, masked) => {
  expect(maskSecrets(text)).toBe(masked);
});

const WHOLE = [
  "minta ganti password wifi",
  "wifi tidak bisa connect, minta password terus",
  "lupa kata sandi akun siak",
  "password salah",
  "pinjam kabel 20 meter",
  "lapangan desa, bypass, compass: utara",
  "nomor 0812-0000-0001 dan JKD-2026-0042",
  "pin konektor patah",
  "password rahasia!",
  "pin 12 patah",
  "pin 123",
  "pw ####",
  "password: https://login.example/masuk",
  "",
];

test.each(WHOLE)("%j stays whole", (text) => {
  expect(maskSecrets(text)).toBe(text);
});

test("masking twice changes nothing more", () => {
  for (const [text] of MASKED_CASES) {
    expect(maskSecrets(maskSecrets(text))).toBe(maskSecrets(text));
  }
});

test("a long line of words for password is read to its end", () => {
  const words = "password ".repeat(20_000);
  expect(maskSecrets(`${words}abc123`)).toBe(`${words}••••••`);
  const line = `password ${"a ".repeat(50_000)}`;
  expect(maskSecrets(`${line}pw: mawar`)).toBe(`${line}pw: ••••••`);
});
