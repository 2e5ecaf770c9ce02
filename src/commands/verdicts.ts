import { parseArgs } from "node:util";

import { readDirectory } from "./verdicts-directory.ts";
import { verdictsOnFolder } from "./verdicts-folder.ts";
import { judgeSamples } from "./verdicts-samples.ts";

export const VERDICTS_HELP = `aduan verdicts FOLDER
aduan verdicts --samples BERKAS

Dengan FOLDER: membaca setiap berkas di dalamnya (juga di subfolder) sebagai satu surat mentah
dan mencetak satu baris JSON untuk tiap berkas: file, class, reason, answered, from, subject,
unit, ticketed, attachments, textLength, problems.

Dengan --samples: membaca contoh berlabel (JSON) dan mencetak, untuk class, unit, category,
priority, action, dan answered, berapa dari berapa yang benar, lalu yang keliru.

Unit dicari di direktori contoh; --directory BERKAS memakai tab OPD-Desa kantor sendiri, diunduh
sebagai CSV. Tidak ada yang dikirim, dicatat, atau diubah.`;

/** Shows how mails are read, without an office; 0, or 2 when something cannot be read. */
export async function verdicts(args: string[], out: (line: string) => void): Promise<number> {
  const asked = argumentsOf(args);
  if (asked === undefined) {
    out("Sebutkan satu folder berisi surat mentah: aduan verdicts FOLDER");
    out("atau satu berkas contoh berlabel: aduan verdicts --samples BERKAS");
    return 2;
  }
  if (asked === "help") {
    out(VERDICTS_HELP);
    return 0;
  }
  const directory = await readDirectory(asked.directory);
  if (!directory.ok) {
    out(directory.problem);
    return 2;
  }
  const { units } = directory;
  return asked.samples === undefined
    ? verdictsOnFolder(asked.folder, units, out)
    : judgeSamples(asked.samples, units, out);
}

type Asked = { folder: string; samples: string | undefined; directory: string | undefined };

function argumentsOf(args: string[]): Asked | "help" | undefined {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        samples: { type: "string" },
        directory: { type: "string" },
        help: { type: "boolean", short: "h" },
      },
    });
    const { samples, directory, help } = values;
    if (help) return "help";
    const sources = positionals.length + (samples === undefined ? 0 : 1);
    if (sources !== 1) return undefined;
    return { folder: positionals[0] ?? "", samples, directory };
  } catch {
    return undefined;
  }
}
