import { readFileSync } from 'node:fs';

/** The input cannot be read; the message is one sentence for whoever runs the import. */
export class ImportError extends Error {
  override name = 'ImportError';
}

export interface Dbf<Field extends string> {
  /** Day of the last change, `YYYY-MM-DD`, as the header says. */
  date: string;
  rows: Record<Field, string>[];
}

const cp866 = new TextDecoder('ibm866');
/** Frames and shades: what Cyrillic letters of other code pages look like in cp866. */
const FOREIGN = /[\u2500-\u259f]/;

/**
 * Reads a dBase III file in cp866. Keeps the rows whose `CODE` (or whatever stands first in `fields`) begins with `prefix`,
 * with the named fields, trimmed and in NFC. Throws an `ImportError` on anything that is not such a file.
 */
export function readDbf<Field extends string>(
  path: string,
  name: string,
  fields: readonly [Field, ...Field[]],
  prefix = '',
): Dbf<Field> {
  const bytes = readFileSync(path);
  const refuse = (what: string): never => {
    throw new ImportError(`${name}: ${what}.`);
  };
  if (bytes.length === 0) refuse('файл пустой');
  if (bytes.length < 66 || (bytes[0] ?? 0) !== 3) refuse('это не таблица dBase III, какой бывает КЛАДР');
  const count = bytes.readUInt32LE(4);
  const headerSize = bytes.readUInt16LE(8);
  const rowSize = bytes.readUInt16LE(10);

  const places = new Map<string, { start: number; end: number }>();
  let at = 32;
  let start = 1;
  for (; at + 32 < Math.min(headerSize, bytes.length) && bytes[at] !== 0x0d; at += 32) {
    const field = bytes.toString('latin1', at, at + 11).split('\0', 1)[0] ?? '';
    const end = start + (bytes[at + 16] ?? 0);
    places.set(field, { start, end });
    start = end;
  }
  if (bytes[at] !== 0x0d || start !== rowSize) refuse('заголовок повреждён');
  if (headerSize + count * rowSize > bytes.length)
    refuse(
      `файл обрезан — в заголовке ${count} записей, на месте ${Math.max(0, Math.floor((bytes.length - headerSize) / rowSize))}`,
    );
  const columns = fields.map((field) => {
    const place = places.get(field);
    return { field, ...(place ?? refuse(`нет поля ${field}, это не тот файл`)) };
  });

  const rows: Record<Field, string>[] = [];
  const [first] = columns;
  for (let i = 0; first && i < count; i++) {
    const row = bytes.subarray(headerSize + i * rowSize, headerSize + (i + 1) * rowSize);
    const deleted = row[0] === 0x2a;
    if (deleted || (prefix && !row.toString('latin1', first.start, first.end).startsWith(prefix))) continue;
    const record = {} as Record<Field, string>;
    for (const { field, start: from, end } of columns)
      record[field] = cp866
        .decode(row.subarray(from, end))
        .replace(/[\s\0]+/g, ' ')
        .trim()
        .normalize('NFC');
    if (columns.some(({ field }) => FOREIGN.test(record[field])))
      refuse(`запись ${i + 1} не читается в кодировке cp866`);
    rows.push(record);
  }
  const [year = 0, month = 0, day = 0] = bytes.subarray(1, 4);
  return { date: `${1900 + year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`, rows };
}
