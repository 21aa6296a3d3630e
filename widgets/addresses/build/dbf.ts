import { ImportError } from './import-error.ts';

/** Byte → its character in cp866. All white space and control characters are plain spaces. */
const LETTERS = Array.from(
  new TextDecoder('ibm866').decode(Uint8Array.from({ length: 256 }, (_, byte) => byte)),
  (letter) => (/[\s\p{Cc}]/u.test(letter) ? ' ' : letter),
);
/** Whether a byte is a box character or a shade in cp866 (U+2500–259F): Cyrillic letters of other encodings look like that. */
const isForeign = (byte: number) => byte >= 0xb0 && byte <= 0xdf;

/** First byte of a row: `*` if it is deleted, else a space. */
const [DELETED, SPACE] = [0x2a, 0x20];

/**
 * A dBase III file in cp866. Rows are decoded only when they are read: the whole country has three million. Throws an `ImportError`
 * if the bytes are no such file.
 *
 * Layout: a header of 32 bytes (number of rows at 4, its own length at 8, length of a row at 10, little-endian); 32 bytes for each
 * field (name at 0, width at 16); 0x0D; then rows of fixed length, each with a byte that tells deleted rows, and its fields.
 */
export class Dbf<Field extends string> {
  /** Day of the last change, `YYYY-MM-DD`, from the header; empty if that is no possible day. */
  readonly date: string;
  /** Number of rows, with the deleted ones. */
  readonly count: number;
  readonly #name: string;
  readonly #bytes: Uint8Array;
  readonly #rowsStart: number;
  readonly #rowSize: number;
  /** Field → its bytes in a row. */
  readonly #columns = new Map<string, { start: number; end: number }>();

  /** `name` is for messages. The file must have all `fields`; a field with a width here must have exactly this width. */
  constructor(bytes: Uint8Array, name: string, fields: Record<Field, number | undefined>) {
    this.#name = name;
    this.#bytes = bytes;
    if (bytes.length === 0) this.#fail('файл пустой');
    if (bytes.length < 66 || bytes[0] !== 3) this.#fail('это не таблица dBase III, какой бывает КЛАДР');
    const header = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    this.count = header.getUint32(4, true);
    [this.#rowsStart, this.#rowSize] = [header.getUint16(8, true), header.getUint16(10, true)];
    this.date = dateOf(header.getUint8(1), header.getUint8(2), header.getUint8(3));
    let at = 32;
    let end = 1;
    for (; at + 32 < Math.min(this.#rowsStart, bytes.length) && bytes[at] !== 0x0d; at += 32) {
      const [field = ''] = String.fromCharCode(...bytes.subarray(at, at + 11)).split('\0', 1);
      const start = end;
      end += header.getUint8(at + 16);
      this.#columns.set(field, { start, end });
    }
    if (bytes[at] !== 0x0d || end !== this.#rowSize || this.#rowsStart <= at)
      this.#fail('заголовок повреждён');
    for (const [field, width] of Object.entries<number | undefined>(fields)) {
      const column = this.#columns.get(field);
      if (!column) this.#fail(`нет поля ${field}, это не тот файл`);
      const actualWidth = column.end - column.start;
      if (width && actualWidth !== width)
        this.#fail(`в поле ${field} ${actualWidth} знаков, а не ${width}, это другая таблица КЛАДР`);
    }
    const rows = Math.max(0, Math.floor((bytes.length - this.#rowsStart) / this.#rowSize));
    if (this.count > rows) this.#fail(`файл обрезан — в заголовке ${this.count} записей, на месте ${rows}`);
    if (this.count < rows) this.#fail(`в заголовке ${this.count} записей, а в файле их ${rows}`);
  }

  /** The numbers of the rows that are not deleted, from 0. */
  *rows(): Generator<number> {
    for (let row = 0; row < this.count; row++) if (this.#isPresent(row)) yield row;
  }

  /** Region → the rows that are not deleted. The region is the first two digits of a field; rows without them are under `''`. */
  rowsByRegion(field: Field): Map<string, Int32Array> {
    // A counting sort: counts the rows of each region, then writes their numbers into arrays of that size.
    // The key of a row is its region, 0 to 99, or one of these.
    const [NO_REGION, DELETED_ROW] = [100, 101];
    const keys = new Uint8Array(this.count);
    const counts = new Int32Array(DELETED_ROW + 1);
    const { start } = this.#column(field);
    for (let row = 0; row < this.count; row++) {
      const number = twoDigits(this.#bytes, this.#rowsStart + row * this.#rowSize + start);
      const key = this.#isPresent(row) ? (number ?? NO_REGION) : DELETED_ROW;
      keys[row] = key;
      counts[key] = (counts[key] ?? 0) + 1;
    }
    const rowsByKey = Array.from(counts.subarray(0, DELETED_ROW), (length) => new Int32Array(length));
    counts.fill(0);
    keys.forEach((key, row) => {
      const position = counts[key] ?? 0;
      counts[key] = position + 1;
      const rows = rowsByKey[key];
      if (rows) rows[position] = row;
    });
    const entries = rowsByKey.map(
      (rows, key) => [key === NO_REGION ? '' : String(key).padStart(2, '0'), rows] as const,
    );
    return new Map(entries.filter(([, rows]) => rows.length));
  }

  /** The text of a cell, without white space around it. White space within it becomes one space. */
  text(row: number, field: Field): string {
    const { start, end } = this.#column(field);
    const from = this.#rowsStart + row * this.#rowSize;
    let text = '';
    let afterSpace = false;
    for (let at = from + start; at < from + end; at++) {
      const byte = this.#bytes[at] ?? SPACE;
      if (isForeign(byte)) this.#fail(`запись ${row + 1} не читается в кодировке cp866`);
      const letter = LETTERS[byte] ?? ' ';
      if (letter === ' ') afterSpace = true;
      else {
        text += afterSpace && text ? ` ${letter}` : letter;
        afterSpace = false;
      }
    }
    return text;
  }

  /** The number in the last two characters of a cell, such as the status in a code; `undefined` if they are no digits. */
  lastTwoDigits(row: number, field: Field): number | undefined {
    return twoDigits(this.#bytes, this.#rowsStart + row * this.#rowSize + this.#column(field).end - 2);
  }

  /** Whether a row is not deleted. */
  #isPresent(row: number): boolean {
    const flag = this.#bytes[this.#rowsStart + row * this.#rowSize];
    if (flag !== SPACE && flag !== DELETED) this.#fail(`запись ${row + 1} повреждена`);
    return flag === SPACE;
  }

  #column(field: string): { start: number; end: number } {
    return this.#columns.get(field) ?? this.#fail(`нет поля ${field}, это не тот файл`);
  }

  #fail(message: string): never {
    throw new ImportError(`${this.#name}: ${message}.`);
  }
}

/** The number of two ASCII digits at a position; `undefined` if they are no digits. */
function twoDigits(bytes: Uint8Array, at: number): number | undefined {
  const [tens, ones] = [(bytes[at] ?? 0) - 0x30, (bytes[at + 1] ?? 0) - 0x30];
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : undefined;
}

/** A date of the header, `YYYY-MM-DD`; empty if impossible. Some programs write the year 2026 as 126 (since 1900), others as 26. */
function dateOf(year: number, month: number, day: number): string {
  if (month < 1 || month > 12 || day < 1 || day > 31) return '';
  const parts = [year < 80 ? 2000 + year : 1900 + year, month, day];
  return parts.map((part) => String(part).padStart(2, '0')).join('-');
}
