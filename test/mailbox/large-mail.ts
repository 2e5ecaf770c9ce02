export const PICTURE = Buffer.concat([
  Buffer.from("\x89PNG\r\n", "latin1"),
  Buffer.alloc(400_000, 7),
]);

/** Text and HTML side by side, a picture, an attached table, and the original that is passed on. */
export function nested({ original }: { original: boolean }): Buffer {
  const passedOn = [
    "--luar",
    "Content-Type: message/rfc822",
    'Content-Disposition: attachment; filename="asli.eml"',
    "",
    "From: kades.colo@desa.example",
    "Subject: asli",
    "",
    "Mohon dibantu.",
  ];
  const lines = [
    "From: pemdes.colo@desa.example",
    "Subject: =?UTF-8?Q?foto_=F0=9F=93=B6?=",
    "X-Aduan-Omitted: 5",
    "MIME-Version: 1.0",
    'Content-Type: multipart/mixed; boundary="luar"',
    "",
    "--luar",
    'Content-Type: multipart/alternative; boundary="dalam"',
    "",
    "--dalam",
    "Content-Type: text/plain; charset=iso-8859-1",
    "Content-Transfer-Encoding: quoted-printable",
    "",
    "Suhu 38=B0, AP mati",
    "--dalam",
    "Content-Type: text/html; charset=utf-8",
    "",
    "<p>Suhu 38, AP mati</p>",
    "--dalam--",
    "--luar",
    'Content-Type: image/png; name="ap.png"',
    "Content-Transfer-Encoding: base64",
    "",
    PICTURE.toString("base64").replaceAll(/.{76}/g, "$&\r\n"),
    ...(original ? passedOn : []),
    "--luar",
    "Content-Type: text/csv",
    "Content-Disposition: attachment; filename=log.csv",
    "",
    "a;b",
    "--luar--",
    "",
  ];
  return Buffer.from(lines.join("\r\n"));
}
