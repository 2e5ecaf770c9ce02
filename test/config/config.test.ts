import { describe, expect, test } from "vitest";

import { parseConfig } from "../../src/config.ts";
import { KEY_FILE, env, mistakes, reader } from "./right.ts";

describe("parseConfig()", () => {
  test("fills in what an ordinary office need not write", () => {
    const config = parseConfig(env(), reader());
    expect(config).toMatchObject({
      imap: { port: 993, secure: true, folder: "INBOX", since: null, sentFolder: null },
      smtp: { port: 465, secure: true, sentCopy: "append", address: "helpdesk@kab.example" },
      google: { formId: null, rootUrl: null, email: "aduan@proyek.iam.gserviceaccount.example" },
      dataDir: "./data",
      ticketPrefix: "JKD",
      zone: "Asia/Jakarta",
      cron: "* * * * *",
      logLevel: "info",
      pingUrl: null,
      clockUrl: null,
    });
  });

  test("hides every secret from whoever prints the configuration", () => {
    const printed = JSON.stringify(parseConfig(env(), reader()));
    for (const secret of ["rahasia-imap", "rahasia-smtp", "0123456789abcdef", "PRIVATE"]) {
      expect(printed).not.toContain(secret);
    }
  });

  test("tells every mistake of a start at once, each with what was read and what is expected (B023)", () => {
    const wrong = env({
      IMAP_PORT: "99x",
      IMAP_SECURE: "ya",
      SMTP_HOST: "",
      MAIL_FROM: "Helpdesk",
      SPREADSHEET_ID: "https://docs.google.com/spreadsheets/d/AbC_123-xyz/edit#gid=0",
      OFFICE_TIMEZONE: "WIB",
      POLL_CRON: "* * *",
      TICKET_PREFIX: "J K D",
      DATA_DIR: "/proc/x",
      LETTER_SECRET: "abc",
      SENT_COPY: "ya",
      PING_URL: "ping",
    });
    const problems = mistakes(wrong, {}, (folder) => folder !== "/proc/x");
    const expected = [
      ["IMAP_PORT", '"99x"', "1 sampai 65535"],
      ["IMAP_SECURE", '"ya"', "true atau false"],
      ["SMTP_HOST", "belum diisi", "nama server"],
      ["MAIL_FROM", '"Helpdesk"', "satu alamat"],
      ["OFFICE_TIMEZONE", '"WIB"', "Asia/Jakarta"],
      ["POLL_CRON", '"* * *"', "lima bagian"],
      ["TICKET_PREFIX", '"J K D"', "huruf besar"],
      ["DATA_DIR", '"/proc/x"', "boleh ditulisi"],
      ["LETTER_SECRET", "<secret> (3 karakter)", "32 karakter"],
      ["SENT_COPY", '"ya"', "append"],
      ["PING_URL", '"ping"', "https://"],
    ];
    for (const [name, was, wanted] of expected) {
      const line = problems.find((each) => each.startsWith(`${name}: `));
      expect(line).toContain(was);
      expect(line).toContain(wanted);
    }
    expect(problems).toHaveLength(expected.length);
  });

  test("names every missing variable of an empty environment", () => {
    const names = mistakes({}).map((line) => line.replace(/:.*/u, ""));
    expect(new Set(names)).toEqual(
      new Set([
        "GOOGLE_APPLICATION_CREDENTIALS",
        "IMAP_HOST",
        "IMAP_PASSWORD",
        "IMAP_USER",
        "LETTER_SECRET",
        "MAIL_FROM",
        "OPERATOR_EMAIL",
        "SMTP_HOST",
        "SPREADSHEET_ID",
      ]),
    );
  });

  const forgiven: { name: string; values: Record<string, string> }[] = [
    { name: "quotes around a value", values: { IMAP_HOST: '"mail.kab.example"' } },
    { name: "blanks around a value", values: { IMAP_HOST: "  mail.kab.example\r" } },
    {
      name: "a byte-order mark before the first name",
      values: { "\uFEFFIMAP_HOST": "mail.kab.example" },
    },
    { name: "a byte-order mark before a value", values: { IMAP_HOST: "\uFEFFmail.kab.example" } },
  ];
  for (const { name, values } of forgiven) {
    test(`reads through ${name}`, () => {
      const { IMAP_HOST: _, ...rest } = env();
      expect(parseConfig({ ...rest, ...values }, reader()).imap.host).toBe("mail.kab.example");
    });
  }

  test("keeps quotes that may belong to a password", () => {
    const config = parseConfig(env({ IMAP_PASSWORD: '"q"' }), reader());
    expect(config.imap.password.reveal()).toBe('"q"');
  });

  const wrongCases: { name: string; values: Record<string, string>; line: RegExp }[] = [
    {
      name: "a clock that is not on this machine",
      values: { CLOCK_URL: "http://10.0.0.7:90/" },
      line: /^CLOCK_URL: .*pada mesin ini/u,
    },
    {
      name: "a Google root without encryption",
      values: { GOOGLE_API_ROOT_URL: "http://google.kab.example/" },
      line: /^GOOGLE_API_ROOT_URL: /u,
    },
    {
      name: "the helpdesk as its own operator",
      values: { OPERATOR_EMAIL: "Helpdesk@kab.example" },
      line: /^OPERATOR_EMAIL: .*bukan kotak surat/u,
    },
    {
      name: "TLS from the start on the port of STARTTLS",
      values: { SMTP_PORT: "587", SMTP_SECURE: "true" },
      line: /^SMTP_SECURE: .*STARTTLS.*587/u,
    },
    {
      name: "a sender with a second header in it",
      values: { MAIL_FROM: "a@kab.example\r\nBcc: b@kab.example" },
      line: /^MAIL_FROM: /u,
    },
    {
      name: "an offset as zone",
      values: { OFFICE_TIMEZONE: "+07:00" },
      line: /^OFFICE_TIMEZONE: /u,
    },
    { name: "six fields of cron", values: { POLL_CRON: "* * * * * *" }, line: /^POLL_CRON: /u },
    {
      name: "a date that does not exist",
      values: { INTAKE_SINCE: "2026-02-30" },
      line: /^INTAKE_SINCE: /u,
    },
  ];
  for (const { name, values, line } of wrongCases) {
    test(`refuses ${name}`, () => {
      expect(mistakes(env(values))).toEqual([expect.stringMatching(line)]);
    });
  }

  test("chooses TLS by the port when nothing is said", () => {
    const config = parseConfig(env({ IMAP_PORT: "143", SMTP_PORT: "587" }), reader());
    expect([config.imap.secure, config.smtp.secure]).toEqual([false, false]);
  });

  test("lets a server on this machine take mail without a login", () => {
    const values = { SMTP_HOST: "127.0.0.1", SMTP_USER: "", SMTP_PASSWORD: "" };
    expect(parseConfig(env(values), reader()).smtp.password).toBeNull();
    expect(mistakes(env({ ...values, SMTP_HOST: "mail.kab.example" }))).toHaveLength(2);
  });

  const sinceCases: { text: string; want: string }[] = [
    { text: "2026-11-24", want: "2026-11-23T17:00:00Z" },
    { text: "2026-11-24 08:00", want: "2026-11-24T01:00:00Z" },
    { text: "2026-11-24T08:00:00Z", want: "2026-11-24T08:00:00Z" },
    { text: "2026-11-24T08:00+09:00", want: "2026-11-23T23:00:00Z" },
  ];
  for (const { text, want } of sinceCases) {
    test(`reads INTAKE_SINCE=${text} in the office's zone`, () => {
      const { since } = parseConfig(env({ INTAKE_SINCE: text }), reader()).imap;
      expect(since).toBe(Temporal.Instant.from(want).epochMilliseconds);
    });
  }
});

describe("a setting from a file", () => {
  test("is the file's content without its line end", () => {
    const values = env({ IMAP_PASSWORD: undefined, IMAP_PASSWORD_FILE: "/run/imap" });
    const config = parseConfig(values, reader({ "/run/imap": "\uFEFFdari-berkas\n" }));
    expect(config.imap.password.reveal()).toBe("dari-berkas");
  });

  const cases: { name: string; values: Record<string, string | undefined>; line: RegExp }[] = [
    {
      name: "given in both ways",
      values: { IMAP_PASSWORD_FILE: "/kunci.json" },
      line: /^IMAP_PASSWORD: diisi dua kali/u,
    },
    {
      name: "whose file is missing",
      values: { IMAP_PASSWORD: "", IMAP_PASSWORD_FILE: "/tiada" },
      line: /^IMAP_PASSWORD_FILE: berkas "\/tiada" tidak ditemukan/u,
    },
    {
      name: "whose file is a folder",
      values: { IMAP_PASSWORD: "", IMAP_PASSWORD_FILE: "/run/" },
      line: /^IMAP_PASSWORD_FILE: "\/run\/" adalah folder/u,
    },
  ];
  for (const { name, values, line } of cases) {
    test(`is refused with one sentence ${name}`, () => {
      expect(mistakes(env(values))).toEqual([expect.stringMatching(line)]);
    });
  }
});

describe("the service account's key", () => {
  test("may begin with a byte-order mark (B058)", () => {
    expect(read(`\uFEFF${KEY_FILE}`)).toContain("\nAAAA\n");
  });

  test("may hold escaped line ends (B058)", () => {
    expect(read(KEY_FILE.replaceAll("\\n", "\\\\n"))).toContain("\nAAAA\n");
  });

  const cases: { name: string; content: string; line: RegExp }[] = [
    { name: "an OAuth client", content: '{"installed":{"client_id":"x"}}', line: /klien OAuth/u },
    { name: "no JSON", content: "kunci", line: /bukan JSON/u },
    {
      name: "half a key",
      content: '{"type":"service_account"}',
      line: /client_email, private_key/u,
    },
  ];
  for (const { name, content, line } of cases) {
    test(`is refused in one sentence when it is ${name} (B058)`, () => {
      const lines = mistakes(env(), { "/kunci.json": content });
      expect(lines).toEqual([expect.stringMatching(line)]);
      expect(lines[0]).toMatch(/^GOOGLE_APPLICATION_CREDENTIALS: /u);
    });
  }

  const paths: { name: string; path: string; line: RegExp }[] = [
    { name: "is missing", path: "/tiada.json", line: /"\/tiada\.json" tidak ditemukan/u },
    { name: "is a folder", path: "/run/", line: /"\/run\/" adalah folder/u },
  ];
  for (const { name, path, line } of paths) {
    test(`is refused in one sentence when its file ${name} (B058)`, () => {
      const lines = mistakes(env({ GOOGLE_APPLICATION_CREDENTIALS: path }));
      expect(lines).toEqual([expect.stringMatching(line)]);
      expect(lines[0]).toMatch(/^GOOGLE_APPLICATION_CREDENTIALS: /u);
    });
  }

  test("is never printed when it was pasted where its path belongs", () => {
    const [line] = mistakes(env({ GOOGLE_APPLICATION_CREDENTIALS: KEY_FILE }));
    expect(line).not.toContain("AAAA");
    expect(line).toContain("<secret>");
  });
});

function read(content: string): string {
  return parseConfig(env(), reader({ "/kunci.json": content })).google.key.reveal();
}
