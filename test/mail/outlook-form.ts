/** A `winmail.dat` of the fewest attributes: a text property, and files by name. */
export function anOutlookForm({ body, files }: { body: string; files: string[] }): Buffer {
  const text = Buffer.from(`${body}\0`, "utf16le");
  return Buffer.concat([
    long(0x22_3e_9f_78),
    short(1),
    attribute(1, 0x00_06_90_03, properties(0x10_00, text)),
    ...files.flatMap((name) => [
      attribute(2, 0x00_06_90_02, Buffer.alloc(14)),
      attribute(2, 0x00_01_80_10, Buffer.from("PENDEK~1.JPG\0", "latin1")),
      attribute(2, 0x00_06_80_0f, Buffer.alloc(20)),
      attribute(2, 0x00_06_90_05, properties(0x37_07, Buffer.from(`${name}\0`, "utf16le"))),
    ]),
  ]);
}

/** A number, a named property and a list of numbers to be read past, then the text. */
function properties(id: number, text: Buffer): Buffer {
  const number = [short(0x03), short(0x0e_07), long(1)];
  const named = [short(0x0b), short(0x80_01), Buffer.alloc(16), long(0), long(7), long(1)];
  const several = [short(0x10_03), short(0x0e_08), long(2), long(1), long(2)];
  const wanted = [short(0x1f), short(id), long(1), long(text.length), padded(text)];
  return Buffer.concat([long(4), ...number, ...named, ...several, ...wanted]);
}

function attribute(level: number, id: number, data: Buffer): Buffer {
  return Buffer.concat([Buffer.from([level]), long(id), long(data.length), data, short(0)]);
}

function padded(data: Buffer): Buffer {
  return Buffer.concat([data, Buffer.alloc((4 - (data.length % 4)) % 4)]);
}

function short(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function long(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
