import { SaxesParser } from 'saxes';

import type { Distribution } from './distribution.ts';
import { ImportError } from './import-error.ts';

/** A row of a table of ГАР: attribute → value. */
export type GarRow = Readonly<Record<string, string | undefined>>;

/** Most bytes from one row to the next. A row is an element with some twenty short attributes; with more it is no table of ГАР. */
const MAX_ROW_BYTES = 2 ** 20;

/** A file of ГАР: its name, and that of its outermost element. */
export interface GarFile {
  name: string;
  root: string;
}

/**
 * Calls `onRow` for every row of a file of ГАР. Reads it chunk by chunk: a large region has files of 10 GB. Rejects with an
 * `ImportError` if it is no such file.
 */
export async function readGarRows(
  files: Distribution,
  file: GarFile,
  onRow: (row: GarRow) => void,
): Promise<void> {
  const fail: Fail = (message, cause) => {
    throw new ImportError(`${file.name}: ${message}.`, { cause });
  };
  let bytesSinceRow = 0;
  const parser = rowParser(file, fail, (row) => {
    bytesSinceRow = 0;
    onRow(row);
  });
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const decode = (chunk?: Uint8Array) => {
    try {
      return decoder.decode(chunk, { stream: Boolean(chunk) });
    } catch (error) {
      return fail('файл не читается в кодировке UTF-8', error);
    }
  };
  for await (const chunk of files.openStream(file.name)) {
    bytesSinceRow += chunk.length;
    if (bytesSinceRow > MAX_ROW_BYTES) fail('это не таблица ГАР');
    parser.write(decode(chunk));
  }
  parser.write(decode()).close();
}

/** Throws an `ImportError` about the file: «AS_HOUSES_….XML: XML повреждён или обрезан.» */
type Fail = (message: string, cause?: unknown) => never;

/** A parser that calls `onRow` for each element in the outermost one. */
function rowParser({ root }: GarFile, fail: Fail, onRow: (row: GarRow) => void): SaxesParser {
  const parser = new SaxesParser();
  let depth = 0;
  parser.on('error', (error) => fail('XML повреждён или обрезан', error));
  parser.on('opentag', (tag) => {
    depth++;
    if (depth === 1 && tag.name !== root) fail(`в файле ${tag.name}, а не ${root}, это другая таблица ГАР`);
    if (depth === 2) onRow(tag.attributes);
    if (depth > 2) fail('это не таблица ГАР');
  });
  parser.on('closetag', () => depth--);
  return parser;
}
