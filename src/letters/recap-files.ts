import { spawn } from "node:child_process";
import { execPath } from "node:process";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";

import { RemoteError } from "../errors.ts";
import type { Recap } from "../desk/recap.ts";

/** A file that a letter carries; one with `cid` is shown inside it. */
export interface LetterFile {
  name: string;
  type: string;
  content: Uint8Array;
  /** Without brackets, as `cid:` addresses name it. */
  cid?: string;
}

const PATIENCE = 60_000;

/**
 * The recap's two charts and its workbook, in this order, made in a process of their own: what they
 * need is large, used once a month, and not given back by a thread. Throws RemoteError (temporary)
 * when they cannot be made; the letter says everything without them too.
 */
export async function recapFiles(recap: Recap, zone: string): Promise<LetterFile[]> {
  const script = fileURLToPath(new URL("./recap-files-child.ts", import.meta.url));
  const child = spawn(execPath, [script], { stdio: ["pipe", "pipe", "pipe"], timeout: PATIENCE });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once("close", resolve);
    child.once("error", reject);
  });
  // The child may end before it has read everything; its exit code tells then.
  child.stdin.on("error", () => undefined);
  child.stdin.end(JSON.stringify({ recap, zone }));
  const [answer, complaints, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    ended,
  ]);
  if (code !== 0) {
    const cause = new Error(complaints.slice(0, 2_000));
    throw new RemoteError("Cannot make the recap's files", { kind: "temporary", cause });
  }
  return filesIn(answer);
}

function filesIn(answer: string): LetterFile[] {
  const files: { name: string; type: string; content: string; cid?: string }[] = JSON.parse(answer);
  return files.map((file) => ({ ...file, content: Buffer.from(file.content, "base64") }));
}
