import { commonData, type CommonData, type Context, type FactsOf, timeWords } from "./context.ts";
import { shorten } from "./values.ts";

export interface AlarmData extends CommonData {
  title: string;
  lines: string[];
  at: string;
}

/** To the helpdesk or the operator: something that only a person can put right. */
export function alarm(facts: FactsOf<"alarm">, context: Context): AlarmData {
  return {
    ...commonData(context),
    title: shorten(facts.title, 80),
    lines: facts.lines.map((line) => shorten(line, 500)),
    at: timeWords(context.now, context),
  };
}
