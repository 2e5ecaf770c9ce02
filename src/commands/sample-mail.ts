import type { Sample } from "./samples-file.ts";

/** The raw mail of a sample, as its sender's program might have written it. */
export function rawMail(sample: Sample): Buffer {
  const given = Object.entries(sample.headers).map(([name, value]) => `${name}: ${line(value)}`);
  const { from, to, cc, subject, receivedAt } = sample;
  const date = new Date(receivedAt).toUTCString().replace("GMT", "+0000");
  const has = (name: string) =>
    Object.keys(sample.headers).some((each) => each.toLowerCase() === name);
  const own = [
    from.address === "" ? "" : `From: ${quoted(from.name)} <${line(from.address)}>`,
    `To: ${line(to)}`,
    cc.length === 0 ? "" : `Cc: ${cc.map(line).join(", ")}`,
    `Subject: ${line(subject)}`,
    has("date") ? "" : `Date: ${date}`,
    has("message-id") ? "" : `Message-ID: <${sample.id.replaceAll(/\W/g, "")}@contoh.example>`,
    "MIME-Version: 1.0",
    ...given,
  ].filter((each) => each !== "");
  const { headers, body } = bodyOf(sample);
  const typed = has("content-type") ? { headers: [], body: sample.text } : { headers, body };
  const text = [...own, ...typed.headers, "", typed.body].join("\n");
  return Buffer.from(text.replaceAll(/\r?\n/g, "\r\n"));
}

interface Entity {
  headers: string[];
  body: string;
}

function bodyOf({ text, html, files }: Sample): Entity {
  const texts = [
    ...(text === "" && html !== "" ? [] : [written("plain", text)]),
    ...(html === "" ? [] : [written("html", html)]),
  ];
  const readable = texts.length > 1 ? multipart("alternative", texts) : texts[0];
  const entity = readable ?? written("plain", "");
  return files.length === 0 ? entity : multipart("mixed", [entity, ...files.map(attached)]);
}

function written(kind: string, body: string): Entity {
  return {
    headers: [`Content-Type: text/${kind}; charset=utf-8`, "Content-Transfer-Encoding: 8bit"],
    body,
  };
}

function attached({ name, type }: Sample["files"][number]): Entity {
  return {
    headers: [
      `Content-Type: ${line(type) || "application/octet-stream"}`,
      `Content-Disposition: attachment; filename=${quoted(name)}`,
      "Content-Transfer-Encoding: base64",
    ],
    body: Buffer.from(name).toString("base64"),
  };
}

function multipart(kind: string, parts: readonly Entity[]): Entity {
  const boundary = `--batas-${kind}`;
  const inner = parts.map(({ headers, body }) =>
    [`--${boundary}`, ...headers, "", body].join("\n"),
  );
  return {
    headers: [`Content-Type: multipart/${kind}; boundary="${boundary}"`],
    body: [...inner, `--${boundary}--`, ""].join("\n"),
  };
}

function quoted(name: string): string {
  return `"${line(name).replaceAll(/["\\]/g, "")}"`;
}

function line(value: string): string {
  return value.replaceAll(/\s+/g, " ").trim();
}
