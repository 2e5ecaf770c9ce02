import { afterEach } from "vitest";

import { FORM_QUESTIONS } from "../../src/form/questions.ts";
import { googleForms } from "../../src/form/google-forms.ts";
import type { GoogleFormsOptions } from "../../src/form/google-forms.ts";
import { googleClient } from "../../src/google/client.ts";
import { startGoogle } from "../../src/sandbox/google/server.ts";
import type { Google } from "../../src/sandbox/google/server.ts";
import type { FormBatch } from "../../src/worker/ports.ts";

export interface FormOffice {
  google: Google;
  clock: { now: number };
  /** One pass: reads with what the last one left. */
  pass: () => Promise<FormBatch>;
}

/** Google with the complaint form of ten questions, and a reader that remembers its cursor. */
export async function openForm(options: Partial<GoogleFormsOptions> = {}): Promise<FormOffice> {
  const clock = { now: Date.parse("2026-11-24T03:20:00Z") };
  const google = await startGoogle({ now: () => clock.now });
  open.push(google);
  google.form.ask(...FORM_QUESTIONS.map(({ title, required }) => ({ title, required })));
  const client = await googleClient({ key: google.keyFile(), rootUrl: google.rootUrl });
  const forms = googleForms(client, { formId: google.form.id, ...options });
  let state: Parameters<typeof forms.read>[0] = { cursor: null, questions: {} };
  return {
    google,
    clock,
    async pass() {
      const batch = await forms.read(state);
      state = { cursor: batch.cursor, questions: batch.questions };
      return batch;
    },
  };
}

/** A complete set of answers; a test names only what it is about. */
export function answers(changed: Readonly<Record<string, string>> = {}) {
  return {
    "Nama pelapor": "Tri Wahyuni",
    "OPD/Desa": "UPTD Puskesmas Mejobo",
    Jabatan: "Rekam medis",
    "Nomor HP/WA": "0812-0000-0101",
    Email: "tri@mejobo.example",
    "Lokasi gangguan": "Ruang pendaftaran, lantai 2",
    "Jenis gangguan": "WiFi",
    Uraian: "Sinyal WiFi hilang timbul.",
    "Sejak kapan": "Tadi pagi",
    "Apakah pelayanan masyarakat terhenti?": "Sebagian",
    ...changed,
  };
}

const open: Google[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((google) => google.close()));
});
