import { SaxesParser } from 'saxes';

import type { Distribution } from './distribution.ts';
import { ImportError } from './import-error.ts';

export type GarRow = Readonly<Record<string, string | undefined>>;

/** A row of ГАР is one element with some twenty short attributes; what goes on for longer is something else. */
const MAX_ROW_BYTES = 2 ** 20;

/** A file of a ГАР table: its name, and that of its outermost element. */
interface GarFile {
  name: string;
  root: string;
}

/**
 * Gives every row of a ГАР file to `take`, and never holds more than a piece of the file. Throws an `ImportError` where it
 * is not such a file.
 */
export async function readGarRows(
  files: Distribution,
  file: GarFile,
  onRow: (row: GarRow) => void,
): Promise<void> {
  const refuse: Refuse = (what, cause) => {
    throw new ImportError(`${file.name}: ${what}.`, { cause });
  };
  let sinceRow = 0;
  const parser = rowParser(file, refuse, (row) => {
    sinceRow = 0;
    onRow(row);
  });
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const decode = (chunk?: Uint8Array) => {
    try {
      return decoder.decode(chunk, { stream: Boolean(chunk) });
    } catch (error) {
      return refuse('файл не читается в кодировке UTF-8', error);
    }
  };
  for await (const chunk of files.openStream(file.name)) {
    sinceRow += chunk.length;
    if (sinceRow > MAX_ROW_BYTES) refuse('это не таблица ГАР');
    parser.write(decode(chunk));
  }
  parser.write(decode()).close();
}

type Refuse = (what: string, cause?: unknown) => never;

/** Gives the attributes of the elements below the outermost one. */
function rowParser({ root }: GarFile, refuse: Refuse, onRow: (row: GarRow) => void): SaxesParser {
  const parser = new SaxesParser();
  let depth = 0;
  parser.on('error', (error) => refuse('XML повреждён или обрезан', error));
  parser.on('opentag', (tag) => {
    depth++;
    if (depth === 1 && tag.name !== root) refuse(`в файле ${tag.name}, а не ${root}, это другая таблица ГАР`);
    if (depth === 2) onRow(tag.attributes);
    if (depth > 2) refuse('это не таблица ГАР');
  });
  parser.on('closetag', () => depth--);
  return parser;
}
