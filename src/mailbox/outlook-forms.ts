import type { Attachment } from "../desk/complaint.ts";
import { cleanLine } from "../desk/plain-text.ts";
import type { MailParts, Part } from "./mail-parts.ts";
import { readOutlookForm } from "./tnef.ts";

/** A mail with the text that Outlook hid in `winmail.dat`, when it has no other. */
export function withFormText(mail: MailParts): MailParts {
  if (mail.text.trim() !== "" || mail.html.trim() !== "") return mail;
  const form = mail.parts
    .map(formOf)
    .find((each) => each && (each.text !== "" || each.html !== ""));
  return form ? { ...mail, text: form.text, html: form.html } : mail;
}

/** The list with the files that lie in a `winmail.dat` in its place, as far as their names are known. */
export function withFormFiles(
  attachments: readonly Attachment[],
  parts: readonly Part[],
): Attachment[] {
  return attachments.flatMap((attachment) => {
    const part = parts[attachment.part];
    const names = (part ? formOf(part)?.files : undefined)?.filter(({ name }) => name !== "") ?? [];
    if (names.length === 0) return [attachment];
    return names.map(({ name, size }) => ({
      ...attachment,
      name: `${cleanLine(name.split(/[/\\]/).at(-1) ?? "", 100)} (di dalam ${attachment.name})`,
      size,
    }));
  });
}

function formOf({ type, name, content }: Part) {
  const isForm = /^application\/(?:vnd\.)?ms-tnef$/.test(type) || /^winmail\.dat$/i.test(name);
  return isForm && content ? readOutlookForm(content) : null;
}
