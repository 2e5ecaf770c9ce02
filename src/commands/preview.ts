import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";

import { parseConfig } from "../config.ts";
import { exampleLetters } from "../letters/examples.ts";
import { lettersFrom } from "../letters/render.ts";
import { findChromium, photographer, type Photographer } from "../letters/screenshot.ts";
import type { CommandContext } from "./context.ts";
import { filesOf, withPictures } from "./preview-files.ts";
import { indexPage, type PreviewEntry } from "./preview-index.ts";
import { previewMailer, type PreviewMailer } from "./preview-send.ts";

export const PREVIEW_HELP = `aduan preview [--dir FOLDER] [--no-png] [--send ALAMAT]

Menulis semua surat dan laporan dari kantor contoh, dalam segala variannya, sebagai HTML,
teks, dan gambar (bila Chromium terpasang), dengan satu halaman index.html untuk dibaca.

  --dir FOLDER   tempat berkasnya; tanpa ini: pratinjau
  --no-png       tanpa gambar
  --send ALAMAT  mengirim semuanya juga ke satu alamat, melalui server SMTP dalam konfigurasi;
                 judulnya diawali [PRATINJAU], dan balasannya kembali ke alamat itu

Templat kantor sendiri (TEMPLATES_DIR) ikut dipakai. Tanpa --send tidak perlu konfigurasi.

Kode keluar: 0 selesai, 1 ada templat yang tidak dapat dipakai atau server menolak,
2 argumen atau konfigurasi belum benar.`;

/** `aduan preview`: 0 well, 1 a template could not be used, 2 wrong arguments. */
export async function preview(context: CommandContext): Promise<number> {
  const options = optionsFrom(context);
  if (options === undefined) return 2;
  if (options.help) {
    context.out(PREVIEW_HELP);
    return 0;
  }
  const mailer = mailerFor(context, options.send);
  mkdirSync(options.dir, { recursive: true });
  const camera = options.png ? await cameraFor(context) : undefined;
  try {
    return await writeAll({ context, camera, mailer, dir: options.dir });
  } finally {
    await camera?.close();
    await mailer?.close();
  }
}

interface Job {
  context: CommandContext;
  camera: Photographer | undefined;
  mailer: PreviewMailer | undefined;
  dir: string;
}

function mailerFor(
  { env, readFile }: CommandContext,
  to: string | undefined,
): PreviewMailer | undefined {
  return to === undefined ? undefined : previewMailer(parseConfig(env, readFile), to);
}

const VIEWS = [
  { name: "320-terang", width: 320, dark: false },
  { name: "320-gelap", width: 320, dark: true },
  { name: "800-terang", width: 800, dark: false },
  { name: "800-gelap", width: 800, dark: true },
];

async function writeAll({ context, camera, mailer, dir }: Job): Promise<number> {
  let problems = 0;
  const letters = lettersFrom({
    templatesDir: join(context.programDir, "templates"),
    overridesDir: context.env["TEMPLATES_DIR"],
    onProblem({ file, line, reason }) {
      problems += 1;
      context.err(`${file}, baris ${line}: ${reason}`);
    },
  });
  const entries: PreviewEntry[] = [];
  for (const { name, letter, ticket, office, now } of exampleLetters()) {
    const rendered = letters.render(letter, ticket, office, now);
    const files = await filesOf(letter.facts, office);
    const html = withPictures(rendered.html, files);
    writeFileSync(join(dir, `${name}.html`), html);
    writeFileSync(join(dir, `${name}.txt`), `${rendered.subject}\n\n${rendered.text}`);
    for (const file of files) writeFileSync(join(dir, file.name), file.content);
    for (const { name: view, width, dark } of camera === undefined ? [] : VIEWS) {
      const picture = await camera?.photograph(html, { width, dark });
      if (picture !== undefined) writeFileSync(join(dir, `${name}-${view}.png`), picture);
    }
    await mailer?.send({ name, rendered, files });
    entries.push({ name, kind: letter.kind, subject: rendered.subject, text: rendered.text });
  }
  const views = camera === undefined ? [] : VIEWS.map(({ name }) => name);
  writeFileSync(join(dir, "index.html"), indexPage(entries, views));
  context.out(`${entries.length} surat ditulis; bukalah ${join(dir, "index.html")}`);
  if (mailer) context.out(`${entries.length} surat dikirim sebagai pratinjau.`);
  return problems > 0 ? 1 : 0;
}

/** Pictures are a help; without them the rest is written all the same. */
async function cameraFor({ env, out }: CommandContext): Promise<Photographer | undefined> {
  const chromium = findChromium(env["PATH"] ?? "");
  if (chromium === undefined) {
    out("Chromium tidak ditemukan, jadi tidak ada gambar PNG.");
    return undefined;
  }
  try {
    return await photographer(chromium);
  } catch {
    out("Chromium tidak dapat dijalankan, jadi tidak ada gambar PNG.");
    return undefined;
  }
}

function optionsFrom({ args, err }: CommandContext) {
  try {
    const { values } = parseArgs({
      args,
      options: {
        dir: { type: "string", default: "pratinjau" },
        "no-png": { type: "boolean", default: false },
        send: { type: "string" },
        help: { type: "boolean", default: false },
      },
    });
    return { dir: values.dir, png: !values["no-png"], send: values.send, help: values.help };
  } catch (error) {
    err(error instanceof Error ? error.message : String(error));
    return undefined;
  }
}
