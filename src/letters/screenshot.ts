import { accessSync, constants, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";

export interface View {
  /** CSS pixels. */
  width: number;
  dark: boolean;
}

/** A browser that shows letters; close it when done. */
export interface Photographer {
  /** PNG of the whole page; nothing is fetched from outside. */
  photograph(html: string, view: View): Promise<Uint8Array>;
  close(): Promise<void>;
}

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** The first Chromium on the search path, or undefined. */
export function findChromium(searchPath: string): string | undefined {
  return searchPath
    .split(delimiter)
    .filter((folder) => folder !== "")
    .flatMap((folder) => NAMES.map((name) => join(folder, name)))
    .find(isExecutable);
}

/**
 * Starts the browser with a profile of its own that is thrown away after. Throws when it does not
 * start, or when the package that drives it is not installed (`npm ci --omit=dev`).
 */
export async function photographer(executablePath: string): Promise<Photographer> {
  const { chromium } = await import("playwright-core");
  const profile = mkdtempSync(join(tmpdir(), "aduan-preview-"));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: true,
    offline: true,
    args: QUIET,
  });
  const page = context.pages()[0] ?? (await context.newPage());
  return {
    async photograph(html, { width, dark }) {
      await page.setViewportSize({ width, height: 600 });
      await page.emulateMedia({ colorScheme: dark ? "dark" : "light" });
      await page.setContent(html, { waitUntil: "load" });
      return page.screenshot({ fullPage: true });
    },
    async close() {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

/** It shows local pages only and asks nobody for anything. */
const QUIET = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
