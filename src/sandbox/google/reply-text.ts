/**
 * JSON made earlier, put into a reply as it is. A row's cells are turned to text once and kept with
 * the row, which never changes; a whole week of readings would be too slow otherwise.
 */
export class RawText {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

export function replyText(value: unknown): string {
  if (value instanceof RawText) return value.text;
  if (Array.isArray(value)) return `[${value.map(replyText).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members: string[] = [];
  for (const [name, item] of Object.entries(value)) {
    if (item !== undefined) members.push(`${JSON.stringify(name)}:${replyText(item)}`);
  }
  return `{${members.join(",")}}`;
}
