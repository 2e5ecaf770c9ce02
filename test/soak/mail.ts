import { fuzz } from "../mail/fuzz.ts";

const MEGABYTE = 1024 * 1024;
const MOST_MEGABYTES = 250;
const SEED = 20_261_124;

/** Broken and made-up messages get a verdict, in bounded memory; throws when one does not. */
export async function soakMail(messages: number): Promise<{ messages: number; megabytes: number }> {
  await fuzz(Math.min(messages, 1_000), 1);
  const before = process.memoryUsage().rss;
  const verdicts = await fuzz(messages, SEED);
  const megabytes = Math.round((process.memoryUsage().rss - before) / MEGABYTE);
  if (megabytes >= MOST_MEGABYTES) throw new Error(`${messages} mails took ${megabytes} MB`);
  return { messages: verdicts, megabytes };
}
