import { describe, expect, test } from "vitest";

import { beginning, mailRef, parseMailRef } from "../../src/mailbox/cursor.ts";
import type { Beginning, Dates } from "../../src/mailbox/cursor.ts";
import { findSentFolder } from "../../src/mailbox/folders.ts";
import type { FolderCursor } from "../../src/worker/ports.ts";

const AT = Date.parse("2026-11-25T01:00:00Z");
const DAY = 86_400_000;
const NO_DATES: Dates = { since: null, lastReceivedAt: null, notBefore: null };
const HERE = { path: "INBOX", uidValidity: "7" };

function aCursor(overrides: Partial<FolderCursor> = {}): FolderCursor {
  return { folder: "INBOX", uidValidity: "7", uid: 1_000, floor: 1, ...overrides };
}

describe("beginning()", () => {
  const cases: { name: string; cursor: FolderCursor | null; dates?: Dates; want: Beginning }[] = [
    { name: "starts from now", cursor: null, want: { kind: "now" } },
    {
      name: "starts from INTAKE_SINCE",
      cursor: null,
      dates: { ...NO_DATES, since: AT },
      want: { kind: "date", from: AT },
    },
    { name: "looks back at 50 UIDs", cursor: aCursor(), want: { kind: "uid", from: 951 } },
    {
      name: "does not look back before the first run",
      cursor: aCursor({ floor: 990 }),
      want: { kind: "uid", from: 990 },
    },
    {
      name: "of a folder that was empty begins with the first mail",
      cursor: aCursor({ uid: 0, floor: 1 }),
      want: { kind: "uid", from: 1 },
    },
    {
      name: "goes two days back in a renumbered folder",
      cursor: aCursor({ uidValidity: "6" }),
      dates: { ...NO_DATES, lastReceivedAt: AT },
      want: { kind: "date", from: AT - 2 * DAY },
    },
    {
      name: "never goes before the first run",
      cursor: aCursor({ uidValidity: "6" }),
      dates: { since: null, lastReceivedAt: AT, notBefore: AT - DAY },
      want: { kind: "date", from: AT - DAY },
    },
    {
      name: "takes another folder for a renumbered one",
      cursor: aCursor({ folder: "Aduan" }),
      dates: { ...NO_DATES, notBefore: AT },
      want: { kind: "date", from: AT },
    },
    {
      name: "takes everything when it knows nothing of the time before",
      cursor: aCursor({ uidValidity: "6" }),
      want: { kind: "date", from: null },
    },
  ];
  for (const { name, cursor, dates = NO_DATES, want } of cases) {
    test(`reading ${name}`, () => {
      expect(beginning(cursor, HERE, dates)).toEqual(want);
    });
  }
});

test("a reference is taken apart as it was put together, slashes in the folder included", () => {
  const ref = mailRef("[Gmail]/Surat Terkirim", "7", 42);
  expect(parseMailRef(ref)).toEqual({
    folder: "[Gmail]/Surat Terkirim",
    uidValidity: "7",
    uid: 42,
  });
});

test("what is no reference is undefined", () => {
  expect(["", "INBOX", "INBOX/7", "INBOX/7/x", "/7/42"].map(parseMailRef)).toEqual(
    Array.from({ length: 5 }, () => undefined),
  );
});

function folder(path: string, specialUse?: string) {
  const name = path.split("/").at(-1) ?? path;
  return { path, name, specialUse, specialUseSource: specialUse && "extension" };
}

describe("findSentFolder()", () => {
  test("believes the server's mark before any name", () => {
    const all = [folder("Sent"), folder("[Gmail]/Surat Terkirim", "\\Sent")];
    expect(findSentFolder(all, undefined)).toBe("[Gmail]/Surat Terkirim");
  });

  test("believes the setting before the server", () => {
    const all = [folder("Sent", "\\Sent"), folder("Arsip/Keluar")];
    expect(findSentFolder(all, "Arsip/Keluar")).toBe("Arsip/Keluar");
  });

  test("finds none when the setting names none", () => {
    expect(findSentFolder([folder("Sent", "\\Sent")], "Keluar")).toBeUndefined();
  });

  for (const path of ["Sent", "Sent Items", "INBOX/Terkirim", "SENT MESSAGES", "Item Terkirim"]) {
    test(`knows ${path} by its name`, () => {
      expect(findSentFolder([folder("INBOX"), folder(path)], undefined)).toBe(path);
    });
  }

  test("takes no other folder for it", () => {
    expect(findSentFolder([folder("INBOX"), folder("Drafts")], undefined)).toBeUndefined();
  });
});
