import { expect, test } from "vitest";

import { answers, openForm } from "./form-office.ts";

test("a response becomes one complaint with every answer in its place", async () => {
  const { google, pass } = await openForm();
  const id = google.form.submit(answers());

  const { submissions, problems } = await pass();

  expect(problems).toEqual([]);
  expect(submissions).toHaveLength(1);
  expect(submissions[0]).toMatchObject({
    responseId: id,
    receivedAt: Date.parse("2026-11-24T03:20:00Z"),
    complaint: {
      channel: "Formulir",
      kind: "Aduan",
      reportedAt: Date.parse("2026-11-24T03:20:00Z"),
      unit: "UPTD Puskesmas Mejobo",
      reporter: "Tri Wahyuni",
      email: "tri@mejobo.example",
      phone: "0812-0000-0101",
      place: "Ruang pendaftaran, lantai 2",
      category: "WiFi",
      subject: "Sinyal WiFi hilang timbul.",
      text: [
        "Sinyal WiFi hilang timbul.",
        "Sejak kapan: Tadi pagi",
        "Pelayanan masyarakat terhenti: Sebagian",
        "Jabatan: Rekam medis",
      ].join("\n"),
      notes: [],
    },
  });
});

test("the cursor keeps microseconds and looks back ten minutes", async () => {
  const { google, clock, pass } = await openForm();
  google.form.submit(answers());
  expect((await pass()).cursor).toMatch(/^2026-11-24T03:20:00\.000\d{3}000Z$/);

  clock.now += 5 * 60_000;
  expect((await pass()).submissions).toHaveLength(1);
  google.form.submit(answers({ Uraian: "Kedua." }));
  expect((await pass()).submissions).toHaveLength(2);

  clock.now += 11 * 60_000;
  google.form.submit(answers({ Uraian: "Ketiga." }));
  await pass();
  const { submissions } = await pass();
  expect(submissions.map(({ complaint }) => complaint.subject)).toEqual(["Ketiga."]);
});

test("a response that becomes visible late is not missed", async () => {
  const { google, clock, pass } = await openForm();
  const late = google.form.submit(answers({ Uraian: "Terlambat tampak." }), { lateBy: 60_000 });
  clock.now += 30_000;
  google.form.submit(answers({ Uraian: "Lebih baru." }));
  expect((await pass()).submissions).toHaveLength(1);

  clock.now += 60_000;

  expect((await pass()).submissions.map(({ responseId }) => responseId)).toContain(late);
});

test("all pages are read, oldest first, whatever order they come in", async () => {
  const { google, clock, pass } = await openForm();
  for (let index = 0; index < 12; index += 1) {
    google.form.submit(answers({ Uraian: `Aduan ${index}` }));
    clock.now += 1_000;
  }
  const { submissions } = await pass();
  expect(submissions.map(({ complaint }) => complaint.subject)).toEqual(
    Array.from({ length: 12 }, (_, index) => `Aduan ${index}`),
  );
});

test("an edit comes again under its id, with a later time and the first time to report (B013)", async () => {
  const { google, clock, pass } = await openForm();
  const id = google.form.submit(answers());
  await pass();
  clock.now = Date.parse("2026-11-24T04:00:00Z");
  google.form.edit(id, { "Lokasi gangguan": "Ruang pendaftaran, lantai 3" });

  const { submissions } = await pass();

  expect(submissions).toHaveLength(1);
  expect(submissions[0]).toMatchObject({
    responseId: id,
    receivedAt: Date.parse("2026-11-24T04:00:00Z"),
    complaint: {
      reportedAt: Date.parse("2026-11-24T03:20:00Z"),
      place: "Ruang pendaftaran, lantai 3",
    },
  });
});

test("the first run leaves alone what was answered before it", async () => {
  const startAt = Date.parse("2026-11-24T03:20:00Z");
  const { google, clock, pass } = await openForm({ startAt });
  clock.now = startAt - 60_000;
  google.form.submit(answers({ Uraian: "Lama." }));
  clock.now = startAt;
  expect((await pass()).submissions).toEqual([]);

  clock.now = startAt + 60_000;
  google.form.submit(answers({ Uraian: "Baru." }));
  await pass();

  const { submissions } = await pass();
  expect(submissions.map(({ complaint }) => complaint.subject)).toEqual(["Baru."]);
});

test("an improved form loses no answer (B034)", async () => {
  const { google, pass } = await openForm();
  const { form } = google;
  form.submit(answers({ Uraian: "Sebelum." }));
  await pass();
  const idOf = new Map(form.questions().map(({ title, id }) => [title, id]));
  form.change("Lokasi gangguan", { title: "Di mana?" });
  form.change("Jenis gangguan", { kind: "radio" });
  form.remove("Jabatan");
  form.ask({ title: "Nomor inventaris" }, { title: "Lampu LOS menyala" });
  form.change("Lampu LOS menyala", { grid: "Keadaan perangkat" });
  form.change("Sejak kapan", { grid: "Keadaan perangkat" });
  form.order(["Uraian", "Email"]);
  const { "Lokasi gangguan": place, Jabatan: position, ...same } = answers();
  const inGrid = { "Lampu LOS menyala": "Ya" };
  form.submit({
    ...same,
    ...inGrid,
    "Di mana?": place,
    "Jenis gangguan": "CCTV mati",
    "Nomor inventaris": "KDS-07",
    Uraian: "Sesudah.",
  });
  // Someone had the old page open.
  form.submit({
    ...same,
    "Di mana?": place,
    [idOf.get("Jabatan") ?? ""]: position,
    Uraian: "Lama.",
  });

  const first = await pass();
  const second = await pass();

  const bySubject = new Map(
    first.submissions.map(({ complaint }) => [complaint.subject, complaint]),
  );
  expect([...bySubject.values()].map((complaint) => complaint.place)).toEqual([
    place,
    place,
    place,
  ]);
  expect(bySubject.get("Sesudah.")).toMatchObject({ category: "Lainnya" });
  expect(bySubject.get("Sesudah.")?.text.split("\n")).toEqual([
    "Sesudah.",
    "Jenis gangguan: CCTV mati",
    "Sejak kapan: Tadi pagi",
    "Pelayanan masyarakat terhenti: Sebagian",
    "Lampu LOS menyala: Ya",
    "Nomor inventaris: KDS-07",
  ]);
  expect(bySubject.get("Lama.")?.text).toContain(`Jabatan: ${position}`);
  expect(first.problems).toHaveLength(2);
  expect(first.problems[0]).toContain("Nomor inventaris");
  expect(second.problems).toEqual([]);
});

test("a form without the required questions is told, and still read", async () => {
  const { google, pass } = await openForm();
  google.form.remove("Uraian");
  google.form.submit({ "Nama pelapor": "Tri", "OPD/Desa": "Desa Colo" });

  const { submissions, problems } = await pass();

  expect(submissions).toHaveLength(1);
  expect(problems).toEqual([
    'Pertanyaan "Uraian" tidak ditemukan pada formulir; tambahkan dengan judul itu.',
  ]);
});

test("a form that is not shared is misconfigured and says with whom to share it", async () => {
  const { google, pass } = await openForm();
  google.share(false);
  await expect(pass()).rejects.toMatchObject({
    kind: "misconfigured",
    remedy: expect.stringContaining(`Bagikan formulir kepada ${google.account}`),
  });
});
