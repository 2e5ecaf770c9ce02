import { expect, test } from "vitest";

import { attachmentsOf } from "../../src/mailbox/attachments.ts";
import { aMultipart, file, plain } from "../mail/builder.ts";
import type { PartOptions } from "../mail/builder.ts";

const JPEG = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(500, 7)]);
const PNG = Buffer.concat([Buffer.from([0x89]), Buffer.from("PNG\r\n"), Buffer.alloc(300, 7)]);
const PDF = Buffer.from(`%PDF-1.7\n${"isi ".repeat(100)}`);
const PROGRAM = Buffer.from("MZ\u0090\u0000program");

async function names(parts: PartOptions[], maxBytes = 10_000): Promise<string[]> {
  const raw = Buffer.from(aMultipart("mixed", [plain("Terlampir."), ...parts]));
  const { files } = await attachmentsOf(raw, { maxBytes });
  return files.map(({ name, type }) => `${name} ${type}`);
}

const CASES: [what: string, part: PartOptions, passed: string[]][] = [
  ["a photo", file("image/jpeg", "tiang.jpg", JPEG), ["tiang.jpg image/jpeg"]],
  ["a PDF", file("application/pdf", "surat.pdf", PDF), ["surat.pdf application/pdf"]],
  [
    "a photo that its phone calls octet-stream",
    file("application/octet-stream", "foto.JPG", JPEG),
    ["foto.JPG image/jpeg"],
  ],
  [
    "a screenshot under the wrong label",
    file("image/jpeg", "layar.png", PNG),
    ["layar.png image/png"],
  ],
  ["a program that calls itself a picture", file("image/jpeg", "foto.jpg", PROGRAM), []],
  ["a picture with a program's ending", file("image/jpeg", "foto.exe", JPEG), []],
  ["a PDF with two endings", file("application/pdf", "surat.pdf.exe", PDF), []],
  ["an office document", file("application/msword", "surat.doc", "\u00D0\u00CF"), []],
  ["a page", file("text/html", "a.html", "<script>"), []],
  ["a drawing that may hold script", file("image/svg+xml", "a.svg", "<svg>"), []],
  ["an empty file", file("image/jpeg", "kosong.jpg", ""), []],
];

test.each(CASES)("attachmentsOf() judges %s", async (_what, part, passed) => {
  expect(await names([part])).toEqual(passed);
});

test("attachmentsOf() gives the bytes as they were sent", async () => {
  const raw = Buffer.from(aMultipart("mixed", [file("image/jpeg", "a.jpg", JPEG)]));
  const [only] = (await attachmentsOf(raw, { maxBytes: 10_000 })).files;
  expect(Buffer.from(only?.content ?? []).equals(JPEG)).toBe(true);
});

test("attachmentsOf() leaves out whole files once the room is used up, never cuts one", async () => {
  const parts = [
    file("image/jpeg", "satu.jpg", JPEG),
    file("application/pdf", "dua.pdf", PDF),
    file("image/png", "tiga.png", PNG),
  ];
  expect(await names(parts, JPEG.length + PNG.length)).toEqual([
    "satu.jpg image/jpeg",
    "tiga.png image/png",
  ]);
  expect(await names(parts, 10)).toEqual([]);
});

test("attachmentsOf() names what there was no room for, but nothing that never travels", async () => {
  const big = Buffer.concat([JPEG, Buffer.alloc(5_000)]);
  const parts = [
    file("image/jpeg", "besar.jpg", big),
    file("application/zip", "besar.zip", big),
    file("application/pdf", "surat.pdf", PDF),
  ];
  const raw = Buffer.from(aMultipart("mixed", [plain("Terlampir."), ...parts]));
  const { files, tooBig } = await attachmentsOf(raw, { maxBytes: 1_000 });
  expect(files.map(({ name }) => name)).toEqual(["surat.pdf"]);
  expect(tooBig).toEqual(["besar.jpg"]);
});

test("attachmentsOf() finds nothing in a mail that cannot be read", async () => {
  const none = { files: [], tooBig: [] };
  expect(await attachmentsOf(Buffer.alloc(0), { maxBytes: 100 })).toEqual(none);
  const bomb = Buffer.from(
    aMultipart(
      "mixed",
      Array.from({ length: 1_200 }, () => plain("x")),
    ),
  );
  expect(await attachmentsOf(bomb, { maxBytes: 100 })).toEqual(none);
});
