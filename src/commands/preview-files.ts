import type { LetterFacts } from "../desk/letter.ts";
import type { Office } from "../desk/office.ts";
import { type LetterFile, recapFiles } from "../letters/recap-files.ts";

/** What a letter carries besides its words; only the recap carries anything of its own. */
export async function filesOf(facts: LetterFacts, office: Office): Promise<LetterFile[]> {
  if (facts.kind !== "recap") return [];
  return recapFiles(facts.recap, office.policy.calendar.zone);
}

/** The letter as a page of its own: pictures inside it instead of beside it. */
export function withPictures(html: string, files: readonly LetterFile[]): string {
  return files.reduce((page, { cid, type, content }) => {
    if (cid === undefined) return page;
    const data = `data:${type};base64,${Buffer.from(content).toString("base64")}`;
    return page.replaceAll(`cid:${cid}`, data);
  }, html);
}
