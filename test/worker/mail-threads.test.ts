import { describe, expect, test } from "vitest";

import { aMailDesk, MAILBOX, written } from "./support/mail-desk.ts";

const MEJOBO = "kec.mejobo@kuduskab.example";

function scanner(from: string, body: string, way = ""): string {
  return written(from, "Scan", body, [
    ...(way === "" ? [] : [`Received: ${way}`]),
    "Message-ID: <1@scanner.example>",
  ]);
}

async function acknowledged() {
  const desk = await aMailDesk();
  await desk.arrive(written(MEJOBO, "WiFi", "WiFi mati."));
  await desk.arrive(written("kec.bae@kuduskab.example", "Radio", "Radio mati."));
  return { desk, ids: desk.taken.map(({ messageId }) => messageId) };
}

describe("the same mail", () => {
  test("under one Message-ID with other words is another mail; the same bytes are none (B007)", async () => {
    const desk = await aMailDesk();
    const first = ["pkm.gebog@kuduskab.example", "Internet pendaftaran mati"] as const;
    await desk.arrive(scanner(...first));
    await desk.arrive(scanner("desa.gribig@desa.example", "LOS merah di balai desa"));
    await desk.arrive(scanner("pkm.gebog@kuduskab.example", "Printer antrean tidak online"));
    await desk.arrive(scanner(...first, "from lain"), scanner(...first));
    expect(desk.keeper.tickets.size).toBe(3);
    expect(desk.taken).toHaveLength(3);
  });

  test("through a list and straight is one, answered", async () => {
    const desk = await aMailDesk();
    const ids = ["Message-ID: <l1@kab.example>", "Date: Tue, 24 Nov 2026 08:12:00 +0700"];
    await desk.arrive(
      written(MEJOBO, "[milis] WiFi", "WiFi mati.\n-- \nMilis", [
        ...ids,
        "List-Id: <tik.kab.example>",
      ]),
      written(MEJOBO, "WiFi", "WiFi mati.", ids),
    );
    expect(desk.keeper.tickets.size).toBe(1);
  });
});

describe("a number in the title", () => {
  test.each([
    ["Re: [JKD-2026-0002] Fwd: [JKD-2026-0001] Aduan diterima", "JKD-2026-0002"],
    ["RE: FW: jkd-2026-0002", "JKD-2026-0002"],
    ["Re: [JKD-2026-9999] Aduan diterima", "JKD-2026-0003"],
    ["[Tiket #0002] gangguan ISP", "JKD-2026-0003"],
    ["no. 2026-0002 mohon info", "JKD-2026-0003"],
  ])("%s: %s (B041)", async (subject, number) => {
    const desk = await aMailDesk();
    await desk.arrive(
      written(MEJOBO, "WiFi", "WiFi mati."),
      written(MEJOBO, "Radio", "Radio mati."),
    );
    await desk.arrive(written(MEJOBO, subject, "Bagaimana kabarnya?"));
    expect((await desk.ticket(number)).lastMessage?.text ?? "Bagaimana kabarnya?").toBe(
      "Bagaimana kabarnya?",
    );
    expect(desk.keeper.tickets.size).toBe(number === "JKD-2026-0003" ? 3 : 2);
  });
});

describe("our Message-ID", () => {
  test("joins in other letters, and with blanks inside its brackets (B104)", async () => {
    const { desk, ids } = await acknowledged();
    const [first = ""] = ids;
    const odd = first.toUpperCase().replace("<", "< ").replace("@", " @");
    await desk.arrive(written("tamu@surel.example", "WiFi", "Saya juga.", [`In-Reply-To: ${odd}`]));
    expect(desk.keeper.tickets.size).toBe(2);
    expect((await desk.ticket("JKD-2026-0001")).lastMessage?.text).toBe("Saya juga.");
  });

  test("cannot be guessed: a changed digit, another's mark, a number put into it (B104)", async () => {
    const { desk, ids } = await acknowledged();
    const [first = "", second = ""] = ids;
    const before = await desk.ticket("JKD-2026-0002");
    const digit = second.charAt(1) === "0" ? "1" : "0";
    const [mark = ""] = first.slice(1).split("@");
    await desk.arrive(
      ...[
        [`In-Reply-To: <${digit}${second.slice(2)}`],
        ["In-Reply-To: <JKD-2026-0002@kominfo.example>"],
        [`X-Aduan-Surat: ${mark}`],
        ["In-Reply-To: <JKD-2026-0002/r1/acknowledgement/reporter@kominfo.example>"],
      ].map((headers, nth) =>
        written(`asing${nth}@surel.example`, `Tanya JKD-2026-0002`, `Apa kabar ${nth}?`, headers),
      ),
    );
    expect(desk.keeper.tickets.size).toBe(6);
    expect(await desk.ticket("JKD-2026-0002")).toEqual(before);
    const learned = desk.taken.filter(({ to }) => to.address.startsWith("asing"));
    expect(JSON.stringify(learned)).not.toContain("Radio");
  });
});

test("an attached letter of ours drags no ticket in (B052)", async () => {
  const desk = await aMailDesk();
  await desk.arrive(written(MEJOBO, "WiFi", "WiFi mati."));
  const before = await desk.ticket("JKD-2026-0001");
  const [ack] = desk.taken;
  await desk.arrive(
    [
      `From: ${MEJOBO}`,
      `To: ${MAILBOX}`,
      "Subject: Printer jaringan tidak terbaca",
      "MIME-Version: 1.0",
      'Content-Type: multipart/mixed; boundary="m1"',
      "",
      "--m1",
      "Content-Type: text/plain; charset=utf-8",
      "",
      "Baru pagi ini. Surat yang dulu saya lampirkan.",
      "--m1",
      "Content-Type: message/rfc822",
      'Content-Disposition: attachment; filename="aduan lama.eml"',
      "",
      `From: ${MAILBOX}`,
      "Subject: [JKD-2026-0001] Aduan diterima",
      `Message-ID: ${ack?.messageId}`,
      "",
      "Aduan nomor JKD-2026-0001 telah kami terima.",
      "--m1--",
    ].join("\n"),
  );
  expect(await desk.ticket("JKD-2026-0001")).toEqual(before);
  expect((await desk.ticket("JKD-2026-0002")).complaint).toMatchObject({
    text: "Baru pagi ini. Surat yang dulu saya lampirkan.",
    attachments: [{ name: "aduan lama.eml" }],
  });
});

test("two who write together take part both, and are answered once (B079)", async () => {
  const desk = await aMailDesk();
  const [kades, sekdes] = ["kades.colo@desa.example", "sekdes.colo@desa.example"];
  await desk.arrive(
    written(`Pemerintah Desa Colo: ${kades}, ${sekdes};`, "Internet mati", "Mati.", [
      `Sender: ${sekdes}`,
    ]),
  );
  expect(desk.taken.map(({ to }) => to.address)).toEqual([sekdes]);
  await desk.arrive(written(kades, "Re: [JKD-2026-0001] Aduan diterima", "Masih mati."));
  expect(desk.keeper.tickets.size).toBe(1);
});

test("a Reply-To that can be written to gets the letters, and takes part (B053)", async () => {
  const desk = await aMailDesk();
  const robot = "no-reply@surat.kuduskab.example";
  await desk.arrive(
    written("disdag@kuduskab.example", "WiFi", "A mati.", ['Reply-To: "Sekretariat Disdag"']),
    written(robot, "Radio", "B mati.", ["Reply-To: Kec Bae <kec.bae@kuduskab.example>"]),
    written("kec.dawe@kuduskab.example", "VPN", "C mati.", [`Reply-To: ${MAILBOX}`]),
  );
  expect(desk.taken.map(({ to }) => to.address)).toEqual([
    "disdag@kuduskab.example",
    "kec.bae@kuduskab.example",
    "kec.dawe@kuduskab.example",
  ]);
  await desk.arrive(written("kec.bae@kuduskab.example", "Re: JKD-2026-0002", "Masih."));
  expect(desk.keeper.tickets.size).toBe(3);
});

test("a read receipt opens nothing and reopens nothing (B019)", async () => {
  const desk = await aMailDesk();
  await desk.arrive(written(MEJOBO, "WiFi", "WiFi mati."));
  const before = await desk.ticket("JKD-2026-0001");
  const [ack] = desk.taken;
  await desk.arrive(
    [
      `From: ${MEJOBO}`,
      "Subject: Dibaca: [JKD-2026-0001] Aduan diterima",
      `In-Reply-To: ${ack?.messageId}`,
      "MIME-Version: 1.0",
      'Content-Type: multipart/report; report-type=disposition-notification; boundary="r1"',
      "",
      "--r1",
      "Content-Type: text/plain; charset=utf-8",
      "",
      "Pesan Anda dihapus tanpa dibaca.",
      "--r1",
      "Content-Type: message/disposition-notification",
      "",
      `Final-Recipient: rfc822;${MEJOBO}`,
      "Disposition: manual-action/MDN-sent-manually; deleted",
      "--r1--",
    ].join("\n"),
  );
  expect(await desk.ticket("JKD-2026-0001")).toEqual(before);
  expect(desk.taken).toHaveLength(1);
});
