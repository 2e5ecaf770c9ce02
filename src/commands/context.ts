/** What a command may know of the process it runs in; only `main.ts` makes one. */
export interface CommandContext {
  args: string[];
  env: Readonly<Record<string, string | undefined>>;
  /** One line to standard output. */
  out: (line: string) => void;
  /** One line to standard error. */
  err: (line: string) => void;
  /** Throws node's own error when the file cannot be read. */
  readFile: (path: string) => string;
  /** Could the folder be made and written? Nothing is made. */
  canWrite: (folder: string) => boolean;
  pid: number;
  host: string;
  /** Where the program lies. */
  programDir: string;
  /** Aborted by SIGTERM and SIGINT: finish the step in hand, then end. */
  stop: AbortSignal;
  /** Calls back once the program is lost to an error that nobody caught, before it ends. */
  onCrash?: (listener: () => void) => void;
}

/** Answers the exit code: 0 well, 1 failed, 2 wrong configuration or arguments. */
export type Command = (context: CommandContext) => Promise<number>;
