/** Names of a font by their ids in the table `name` of OpenType. */
export type FontNames = Readonly<Record<number, string>>;

const WINDOWS = { platform: 3, encoding: 1, language: 0x409 };

/** The same font with these names and no others. */
export function renamed(font: Uint8Array, names: FontNames): Uint8Array {
  const from = Buffer.from(font);
  const count = from.readUInt16BE(4);
  const tables = Array.from({ length: count }, (_, at) => {
    const entry = 12 + 16 * at;
    const [offset, length] = [from.readUInt32BE(entry + 8), from.readUInt32BE(entry + 12)];
    const tag = from.toString('latin1', entry, entry + 4);
    return { tag, bytes: tag === 'name' ? nameTable(names) : from.subarray(offset, offset + length) };
  });
  const head = Buffer.from(from.subarray(0, 12 + 16 * count));
  const parts: Buffer[] = [head];
  let offset = head.length;
  for (const [at, { bytes }] of tables.entries()) {
    const padded = Buffer.concat([bytes, Buffer.alloc(-bytes.length & 3)]);
    const entry = 12 + 16 * at;
    head.writeUInt32BE(sumOf(padded), entry + 4);
    head.writeUInt32BE(offset, entry + 8);
    head.writeUInt32BE(bytes.length, entry + 12);
    parts.push(padded);
    offset += padded.length;
  }
  return Buffer.concat(parts);
}

function nameTable(names: FontNames): Buffer {
  const texts = Object.entries(names).map(([id, text]) => ({
    id: Number(id),
    bytes: Buffer.from(text, 'utf16le').swap16(),
  }));
  const head = Buffer.alloc(6 + 12 * texts.length);
  head.writeUInt16BE(texts.length, 2);
  head.writeUInt16BE(head.length, 4);
  let at = 0;
  for (const [row, { id, bytes }] of texts.entries()) {
    const values = [WINDOWS.platform, WINDOWS.encoding, WINDOWS.language, id, bytes.length, at];
    for (const [column, value] of values.entries()) head.writeUInt16BE(value, 6 + 12 * row + 2 * column);
    at += bytes.length;
  }
  return Buffer.concat([head, ...texts.map(({ bytes }) => bytes)]);
}

/** The checksum of a table, padded to whole words. */
function sumOf(padded: Buffer): number {
  let sum = 0;
  for (let at = 0; at < padded.length; at += 4) sum = (sum + padded.readUInt32BE(at)) >>> 0;
  return sum;
}
