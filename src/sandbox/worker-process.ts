import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

import { SECOND } from "../desk/time.ts";

/** As in `npm start`: the worker idles for most of its life, so its heap stays small. */
const SMALL_HEAP = ["--max-semi-space-size=8"];
const MAIN = fileURLToPath(new URL("../launch.mjs", import.meta.url));
const KEPT_LINES = 400;
const PATIENCE = 30 * SECOND;

export interface WorkerOptions {
  /** The whole configuration; nothing of the sandbox's own environment but PATH goes along. */
  env: Readonly<Record<string, string>>;
  /** An empty folder, so that no `.env` of a real office is found. */
  folder: string;
  /** The program to run; only for tests. */
  main?: string;
}

export interface WorkerStatus {
  running: boolean;
  pid: number | null;
  /** Starts so far. */
  starts: number;
  /** How the last one ended, in Indonesian; "" while it runs. */
  ended: string;
}

/** The real worker, in a process of its own that knows nothing of the sandbox but its addresses. */
export class WorkerProcess {
  readonly #options: WorkerOptions;
  readonly #lines: string[] = [];
  readonly #listeners = new Set<(status: WorkerStatus) => void>();
  #child: ChildProcess | null = null;
  #starts = 0;
  #ended = "";

  constructor(options: WorkerOptions) {
    this.#options = options;
  }

  status(): WorkerStatus {
    return {
      running: this.#child !== null,
      pid: this.#child?.pid ?? null,
      starts: this.#starts,
      ended: this.#ended,
    };
  }

  /** The last lines that the worker printed. */
  tail(): readonly string[] {
    return this.#lines;
  }

  /** Called after each line and each start or end. */
  onChange(listener: (status: WorkerStatus) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Runs one command to its end, its configuration `changed` as told; answers its exit code. */
  run(command: string, changed: Readonly<Record<string, string>> = {}): Promise<number> {
    const child = this.#spawn([command], changed);
    return new Promise((resolve) => child.once("close", (code) => resolve(code ?? 1)));
  }

  start(): void {
    if (this.#child) return;
    const child = this.#spawn(["start"]);
    this.#child = child;
    this.#starts += 1;
    this.#ended = "";
    child.once("close", (code, signal) => {
      this.#child = null;
      this.#ended = signal ? `dihentikan oleh ${signal}` : `berakhir dengan kode ${code}`;
      this.#keep(`— pekerja ${this.#ended} —`);
    });
    this.#tell();
  }

  /** Asks it to finish (SIGTERM), or ends it in the middle of whatever it does (SIGKILL). */
  async stop(signal: "SIGTERM" | "SIGKILL" = "SIGTERM"): Promise<void> {
    const child = this.#child;
    if (!child) return;
    const closed = once(child, "close");
    child.kill(signal);
    const timer = setTimeout(() => child.kill("SIGKILL"), PATIENCE);
    await closed;
    clearTimeout(timer);
  }

  #spawn(args: string[], changed: Readonly<Record<string, string>> = {}): ChildProcess {
    const { env, folder, main = MAIN } = this.#options;
    const child = spawn(process.execPath, [...SMALL_HEAP, main, ...args], {
      cwd: folder,
      env: { PATH: process.env["PATH"], ...env, ...changed },
      stdio: ["ignore", "pipe", "pipe"],
    });
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on("line", (line) => this.#keep(line));
    }
    child.once("error", (error) => this.#keep(error.message));
    return child;
  }

  #keep(line: string): void {
    this.#lines.push(line);
    if (this.#lines.length > KEPT_LINES) this.#lines.shift();
    this.#tell();
  }

  #tell(): void {
    const status = this.status();
    for (const listener of this.#listeners) listener(status);
  }
}
