import { ImportError } from './import-error.ts';

/** What a byte of a text means: cp866, with all white space and control characters as a plain space. */
const LETTERS = Array.from(
  new TextDecoder('ibm866').decode(Uint8Array.from({ length: 256 }, (_, byte) => byte)),
  (letter) => (/[\s\p{Cc}]/u.test(letter) ? ' ' : letter),
);
/** Frames and shades (2500–259F): what Cyrillic letters of other code pages look like in cp866. */
const isForeign = (byte: number) => byte >= 0xb0 && byte <= 0xdf;

const DELETED = 0x2a;
const SPACE = 0x20;

/**
 * A dBase III file in cp866. The rows stay bytes until they are asked for: the country has three million of them.
 * Throws an `ImportError` on anything that is not such a file.
 */
export class Dbf<Field extends string> {
  /** Day of the last change, `YYYY-MM-DD`, as the header says; empty where it says nothing sensible. */
  readonly date: string;
  /** Number of rows, the deleted ones included. */
  readonly count: number;
  readonly #name: string;
  readonly #bytes: Uint8Array;
  readonly #start: number;
  readonly #rowSize: number;
  readonly #columns = new Map<string, { start: number; end: number }>();

  /** `fields` have to be there; where a width is given, exactly so wide. */
  constructor(bytes: Uint8Array, name: string, fields: Record<Field, number | undefined>) {
    this.#name = name;
    this.#bytes = bytes;
    if (bytes.length === 0) this.#fail('файл пустой');
    if (bytes.length < 66 || bytes[0] !== 3) this.#fail('это не таблица dBase III, какой бывает КЛАДР');
    const header = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    this.count = header.getUint32(4, true);
    this.#start = header.getUint16(8, true);
    this.#rowSize = header.getUint16(10, true);
    this.date = dateOf(header.getUint8(1), header.getUint8(2), header.getUint8(3));

    let at = 32;
    let end = 1;
    for (; at + 32 < Math.min(this.#start, bytes.length) && bytes[at] !== 0x0d; at += 32) {
      const [field = ''] = String.fromCharCode(...bytes.subarray(at, at + 11)).split('\0', 1);
      const start = end;
      end += header.getUint8(at + 16);
      this.#columns.set(field, { start, end });
    }
    if (bytes[at] !== 0x0d || end !== this.#rowSize || this.#start <= at) this.#fail('заголовок повреждён');
    for (const [field, width] of Object.entries<number | undefined>(fields)) {
      const column = this.#columns.get(field);
      if (!column) this.#fail(`нет поля ${field}, это не тот файл`);
      const found = column.end - column.start;
      if (width && found !== width)
        this.#fail(`в поле ${field} ${found} знаков, а не ${width}, это другая таблица КЛАДР`);
    }
    const room = Math.max(0, Math.floor((bytes.length - this.#start) / this.#rowSize));
    if (this.count > room) this.#fail(`файл обрезан — в заголовке ${this.count} записей, на месте ${room}`);
  }

  /** The numbers of the rows that are not deleted. */
  *rows(): Generator<number> {
    for (let row = 0; row < this.count; row++) if (this.#isPresent(row)) yield row;
  }

  /** The same by the two digits that `field` begins with; by '' where it has none. */
  rowsByRegion(field: Field): Map<string, Int32Array> {
    // Sorting by counting: first how many there are of each.
    const [NONE, GONE] = [100, 101];
    const keys = new Uint8Array(this.count);
    const counts = new Int32Array(GONE + 1);
    const { start } = this.#column(field);
    for (let row = 0; row < this.count; row++) {
      const number = twoDigits(this.#bytes, this.#start + row * this.#rowSize + start);
      const key = this.#isPresent(row) ? (number ?? NONE) : GONE;
      keys[row] = key;
      counts[key] = (counts[key] ?? 0) + 1;
    }
    const groups = Array.from(counts.subarray(0, GONE), (length) => new Int32Array(length));
    counts.fill(0);
    keys.forEach((key, row) => {
      const place = counts[key] ?? 0;
      counts[key] = place + 1;
      const group = groups[key];
      if (group) group[place] = row;
    });
    const named = groups.map(
      (rows, key) => [key === NONE ? '' : String(key).padStart(2, '0'), rows] as const,
    );
    return new Map(named.filter(([, rows]) => rows.length));
  }

  /** The text of a cell without the white space around it; inside a run of it counts as one space. */
  text(row: number, field: Field): string {
    const { start, end } = this.#column(field);
    const from = this.#start + row * this.#rowSize;
    let text = '';
    let space = false;
    for (let at = from + start; at < from + end; at++) {
      const byte = this.#bytes[at] ?? SPACE;
      if (isForeign(byte)) this.#fail(`запись ${row + 1} не читается в кодировке cp866`);
      const letter = LETTERS[byte] ?? ' ';
      if (letter === ' ') space = true;
      else {
        text += space && text ? ` ${letter}` : letter;
        space = false;
      }
    }
    return text;
  }

  /** The number in the last two characters of a cell. */
  lastTwoDigits(row: number, field: Field): number | undefined {
    return twoDigits(this.#bytes, this.#start + row * this.#rowSize + this.#column(field).end - 2);
  }

  #isPresent(row: number): boolean {
    const flag = this.#bytes[this.#start + row * this.#rowSize];
    if (flag !== SPACE && flag !== DELETED) this.#fail(`запись ${row + 1} повреждена`);
    return flag === SPACE;
  }

  #column(field: string): { start: number; end: number } {
    return this.#columns.get(field) ?? this.#fail(`нет поля ${field}, это не тот файл`);
  }

  #fail(what: string): never {
    throw new ImportError(`${this.#name}: ${what}.`);
  }
}

function twoDigits(bytes: Uint8Array, at: number): number | undefined {
  const [tens, ones] = [(bytes[at] ?? 0) - 0x30, (bytes[at + 1] ?? 0) - 0x30];
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : undefined;
}

/** A year of two digits; some writers count on from 1900, others begin anew in 2000. */
function dateOf(year: number, month: number, day: number): string {
  if (month < 1 || month > 12 || day < 1 || day > 31) return '';
  const two = (number: number) => String(number).padStart(2, '0');
  return `${year < 80 ? 2000 + year : 1900 + year}-${two(month)}-${two(day)}`;
}
