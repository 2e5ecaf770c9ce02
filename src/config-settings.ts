/** Values that no list of mistakes may show. */
const SECRET_NAMES = new Set(["IMAP_PASSWORD", "SMTP_PASSWORD", "LETTER_SECRET"]);
const LONGEST_SHOWN = 80;

export interface Settings {
  /** By name; what is blank is absent. */
  values: Record<string, string>;
  problems: string[];
}

/** The settings of the environment, each also from the file that `NAME_FILE` names. */
export function collectSettings(
  env: Record<string, string | undefined>,
  names: readonly string[],
  readFile: (path: string) => string,
): Settings {
  const given = withCleanNames(env);
  const settings: Settings = { values: {}, problems: [] };
  for (const name of names) {
    const path = unwrapped(given[`${name}_FILE`] ?? "");
    const own = cleaned(name, given[name] ?? "");
    if (own !== "") settings.values[name] = own;
    if (path === "") continue;
    if (own !== "") {
      settings.problems.push(
        `${name}: diisi dua kali; isi ${name} atau ${name}_FILE, bukan keduanya.`,
      );
      continue;
    }
    takeFile({ name, path, readFile }, settings);
  }
  return settings;
}

/** What was given, as a list of mistakes may show it. */
export function shown(name: string, value: string): string {
  if (SECRET_NAMES.has(name)) return `<secret> (${value.length} karakter)`;
  // Somebody may paste the key itself where its path belongs.
  if (value.includes("{") || value.includes("PRIVATE KEY")) return "<secret>";
  const line = value.replace(/\s+/gu, " ");
  return `"${line.length > LONGEST_SHOWN ? `${line.slice(0, LONGEST_SHOWN)}…` : line}"`;
}

function takeFile(
  { name, path, readFile }: { name: string; path: string; readFile: (path: string) => string },
  { values, problems }: Settings,
): void {
  try {
    const value = cleaned(name, readFile(path));
    if (value === "") problems.push(`${name}_FILE: berkas "${path}" kosong.`);
    else values[name] = value;
  } catch (error) {
    problems.push(`${name}_FILE: ${unreadable(path, error)}; periksa jalur dan izinnya.`);
  }
}

/** Why a file cannot be read, in Indonesian. */
export function unreadable(path: string, error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "ENOENT") return `berkas "${path}" tidak ditemukan`;
  if (code === "EISDIR") return `"${path}" adalah folder, bukan berkas`;
  if (code === "EACCES") return `berkas "${path}" tidak boleh dibaca oleh akun ini`;
  return `berkas "${path}" tidak dapat dibaca`;
}

/** An editor's byte-order mark becomes part of the first name in `.env`. */
function withCleanNames(env: Record<string, string | undefined>) {
  const clean: Record<string, string | undefined> = {};
  for (const [name, value] of Object.entries(env)) clean[name.replace("\uFEFF", "")] = value;
  return clean;
}

function cleaned(name: string, value: string): string {
  const trimmed = value.replace("\uFEFF", "").trim();
  // A password may well begin and end with a quote of its own.
  return SECRET_NAMES.has(name) ? trimmed : unwrapped(trimmed);
}

function unwrapped(value: string): string {
  const trimmed = value.trim();
  const quoted = /^(["'])(.*)\1$/su.exec(trimmed);
  return (quoted?.[2] ?? trimmed).trim();
}
