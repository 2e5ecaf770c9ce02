import * as z from "zod";

import type { Instant } from "../desk/time.ts";
import { readJson } from "./json-file.ts";

/** One message with what people say must become of it. */
export interface Sample {
  id: string;
  receivedAt: Instant;
  from: { name: string; address: string };
  to: string;
  cc: string[];
  subject: string;
  headers: Readonly<Record<string, string>>;
  text: string;
  html: string;
  files: { name: string; type: string }[];
  /** Answers of a form by the titles of its questions; null: a mail. */
  answers: Readonly<Record<string, string>> | null;
  want: Label;
}

export interface Label {
  /** `aduan`, `promosi`, … */
  kind: string;
  unit: string;
  category: string;
  /** Every priority that is right; []: none. */
  priorities: string[];
  action: string;
}

export type ReadSamples = { ok: true; samples: Sample[] } | { ok: false; problems: string[] };

/** Reads the text of a file of labelled messages; every mistake with its place, in Indonesian. */
export function parseSamples(text: string): ReadSamples {
  const read = readJson(text, File);
  return read.ok ? { ok: true, samples: read.data.contoh.map(sampleOf) } : read;
}

const Words = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((value) => String(value ?? ""));

const Attached = z
  .union([
    z.string().transform((nama) => ({ nama, tipe: "" })),
    z.object({ nama: Words, nama_berkas: Words, tipe: Words }).transform((file) => ({
      nama: file.nama || file.nama_berkas,
      tipe: file.tipe,
    })),
  ])
  .catch({ nama: "lampiran", tipe: "" });

const Entry = z.object({
  id: Words,
  diterima: z.iso
    .datetime({ offset: true, error: "bukan waktu seperti 2026-11-24T08:05:00+07:00" })
    .transform((moment) => Temporal.Instant.from(moment).epochMilliseconds),
  dari: z.object({ nama: Words, alamat: Words }).nullish(),
  kepada: z.union([z.array(z.string()).transform((all) => all.join(", ")), Words]),
  cc: z.array(z.string()).nullish(),
  subjek: Words,
  header: z.record(z.string(), Words).nullish(),
  isi_teks: Words,
  isi_html: Words,
  lampiran: z.array(Attached).nullish(),
  isian: z.record(z.string(), Words).nullish(),
  label: z.object({
    jenis: Words,
    opd: Words,
    kategori: Words,
    prioritas_usulan: Words,
    prioritas_dapat_diterima: z.array(z.string()).nullish(),
    tindakan: Words,
  }),
});

const File = z.object({ contoh: z.array(Entry) });

function sampleOf(entry: z.infer<typeof Entry>): Sample {
  const { label } = entry;
  const priorities = label.prioritas_dapat_diterima ?? [];
  return {
    id: entry.id,
    receivedAt: entry.diterima,
    from: { name: entry.dari?.nama ?? "", address: entry.dari?.alamat ?? "" },
    to: entry.kepada,
    cc: entry.cc ?? [],
    subject: entry.subjek,
    headers: entry.header ?? {},
    text: entry.isi_teks,
    html: entry.isi_html,
    files: (entry.lampiran ?? []).map(({ nama, tipe }) => ({ name: nama, type: tipe })),
    answers: entry.isian ?? null,
    want: {
      kind: label.jenis,
      unit: label.opd,
      category: label.kategori,
      priorities: [...priorities, label.prioritas_usulan].filter((each) => each !== ""),
      action: label.tindakan,
    },
  };
}
