/** Character → its byte in cp866. */
const BYTES = new Map(
  Array.from(
    new TextDecoder('ibm866').decode(Uint8Array.from({ length: 256 }, (_, i) => i)),
    (letter, byte) => [letter, byte],
  ),
);

const NAME_FIELDS = { NAME: 40, SOCR: 10 };
const CODE_FIELDS = { INDEX: 6, GNINMB: 4, UNO: 4, OCATD: 11 };
/** Table of КЛАДР → its fields → their widths in bytes. */
export const KLADR_LAYOUTS = {
  KLADR: { ...NAME_FIELDS, CODE: 13, ...CODE_FIELDS, STATUS: 1 },
  STREET: { ...NAME_FIELDS, CODE: 17, ...CODE_FIELDS },
  DOMA: { NAME: 40, KORP: 10, SOCR: 10, CODE: 19, ...CODE_FIELDS },
  ALTNAMES: { OLDCODE: 19, NEWCODE: 19, LEVEL: 1 },
  SOCRBASE: { LEVEL: 5, SCNAME: 10, SOCRNAME: 29, KOD_T_ST: 3 },
};
/** Name of a table of КЛАДР. */
export type KladrTableName = keyof typeof KLADR_LAYOUTS;
/** Field → its text. */
export type RowCells = Record<string, string>;

/** Makes a table of КЛАДР as a dBase III file. A row with `deleted` is marked as deleted. `day`: year since 1900, month, day. */
export function makeDbf(
  table: KladrTableName,
  rows: RowCells[],
  day: readonly number[] = [126, 11, 20],
): Buffer {
  const fields = Object.entries<number>(KLADR_LAYOUTS[table]);
  const rowSize = fields.reduce((sum, [, width]) => sum + width, 1);
  const header = Buffer.alloc(32 * (fields.length + 1) + 1);
  header.set([3, ...day]);
  header.writeUInt32LE(rows.length, 4);
  header.writeUInt16LE(header.length, 8);
  header.writeUInt16LE(rowSize, 10);
  fields.forEach(([name, width], i) => {
    header.write(`${name.padEnd(11, '\0')}C`, 32 * (i + 1), 'latin1');
    header[32 * (i + 1) + 16] = width;
  });
  header[header.length - 1] = 0x0d;
  const body = rows.map((row) => {
    const text = fields.map(([name, width]) => (row[name] ?? '').slice(0, width).padEnd(width)).join('');
    return Buffer.from(
      Array.from((row['deleted'] ? '*' : ' ') + text, (letter) => BYTES.get(letter) ?? 0x3f),
    );
  });
  return Buffer.concat([header, ...body, Buffer.of(0x1a)]);
}
