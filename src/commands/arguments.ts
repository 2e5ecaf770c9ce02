import { parseArgs } from "node:util";

/** What is wrong with the arguments of a command that takes none, in Indonesian; undefined: nothing. */
export function unwantedArgument(name: string, args: string[]): string | undefined {
  const { tokens } = parseArgs({ args, strict: false, allowPositionals: true, tokens: true });
  const [first] = tokens;
  if (first === undefined) return undefined;
  const written = first.kind === "option" ? first.rawName : args[first.index];
  return `"${written}" tidak dikenal oleh perintah ${name}. Lihat: aduan ${name} --help`;
}

export function asksForHelp(args: string[]): boolean {
  return args.includes("--help") || args.includes("-h");
}
