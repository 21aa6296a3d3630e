import { readFileSync, readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

import { checkContent, type Fault } from '../catalogue/check.ts';

/** Every file below a folder of content, by its path there with `/`. `README.md` is for the editors, not for the catalogue. */
export function readContent(folder: string): Map<string, string> {
  return new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(?:md|ya?ml)$/.test(entry.name) && entry.name !== 'README.md')
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [path.slice(folder.length + 1).split(sep).join('/'), readFileSync(path, 'utf8')]),
  );
}

/** The faults as editors read them, one a paragraph. */
export function report(faults: readonly Fault[]): string {
  return faults
    .map(
      ({ file, line, field, wrong, example }) =>
        `content/${file}:${line}${field && `  ${field}`}\n  ${wrong}${example && `\n  Например: ${example.replaceAll('\n', '\n            ')}`}`,
    )
    .join('\n\n');
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { values } = parseArgs({ options: { content: { type: 'string', default: 'content' } } });
  const files = readContent(values.content);
  const faults = checkContent(files);
  if (faults.length) {
    console.error(`${report(faults)}\n\nОшибок: ${faults.length}. Исправьте их — и каталог соберётся.`);
    process.exitCode = 1;
  } else console.log(`Проверено файлов: ${files.size}. Ошибок нет.`);
}
