import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";

import { exampleLetters } from "../letters/examples.ts";
import type { LetterFile } from "../letters/recap-files.ts";
import { lettersFrom } from "../letters/render.ts";
import { findChromium, photographer, type Photographer } from "../letters/screenshot.ts";
import type { RenderedLetter } from "../desk/letter.ts";
import type { CommandContext } from "./context.ts";
import { filesOf, withPictures } from "./preview-files.ts";
import { indexPage, type PreviewEntry } from "./preview-index.ts";

export const PREVIEW_HELP = `aduan preview [--dir FOLDER] [--no-png] [--send ALAMAT]

Menulis semua surat dan laporan dari kantor contoh, dalam segala variannya, sebagai HTML,
teks, dan gambar (bila Chromium terpasang), dengan satu halaman index.html untuk dibaca.

  --dir FOLDER   tempat berkasnya; tanpa ini: pratinjau
  --no-png       tanpa gambar
  --send ALAMAT  mengirim semuanya ke satu alamat melalui SMTP`;

export interface PreviewHooks {
  /** The office's own templates. */
  overridesDir?: string | undefined;
  /** Hands one example to SMTP; absent while no mail server is configured. */
  send?: (
    to: string,
    letter: { name: string; rendered: RenderedLetter; files: LetterFile[] },
  ) => Promise<void>;
}

/** `aduan preview`: 0 well, 1 a template could not be used, 2 wrong arguments. */
export async function preview(context: CommandContext, hooks: PreviewHooks = {}): Promise<number> {
  const options = optionsFrom(context);
  if (options === undefined) return 2;
  if (options.help) {
    context.out(PREVIEW_HELP);
    return 0;
  }
  if (options.send !== undefined && hooks.send === undefined) {
    context.err("--send membutuhkan server SMTP; isilah SMTP_HOST, SMTP_USER, dan seterusnya.");
    return 2;
  }
  mkdirSync(options.dir, { recursive: true });
  const camera = options.png ? await cameraFor(context) : undefined;
  try {
    return await writeAll({ context, hooks, camera, dir: options.dir, send: options.send });
  } finally {
    await camera?.close();
  }
}

interface Job {
  context: CommandContext;
  hooks: PreviewHooks;
  camera: Photographer | undefined;
  dir: string;
  send: string | undefined;
}

const VIEWS = [
  { name: "320-terang", width: 320, dark: false },
  { name: "320-gelap", width: 320, dark: true },
  { name: "800-terang", width: 800, dark: false },
  { name: "800-gelap", width: 800, dark: true },
];

async function writeAll({ context, hooks, camera, dir, send }: Job): Promise<number> {
  let problems = 0;
  const letters = lettersFrom({
    templatesDir: join(context.programDir, "templates"),
    overridesDir: hooks.overridesDir,
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
    if (send !== undefined) await hooks.send?.(send, { name, rendered, files });
    entries.push({ name, kind: letter.kind, subject: rendered.subject, text: rendered.text });
  }
  const views = camera === undefined ? [] : VIEWS.map(({ name }) => name);
  writeFileSync(join(dir, "index.html"), indexPage(entries, views));
  context.out(`${entries.length} surat ditulis; bukalah ${join(dir, "index.html")}`);
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
