import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

import type { AstroIntegration } from 'astro';

import { checkContent, type Fault } from '../catalogue/check.ts';
import { readContent } from './content.ts';

/** The faults as editors read them, one a paragraph. */
export function report(faults: readonly Fault[]): string {
  return faults
    .map(
      ({ file, line, field, wrong, example }) =>
        `content/${file}:${line}${field && `  ${field}`}\n  ${wrong}${example && `\n  Например: ${example.replaceAll('\n', '\n            ')}`}`,
    )
    .join('\n\n');
}

/** Checks the content before a build begins. Any fault stops the build; the developer's server only names them. */
export function contentCheck(): AstroIntegration {
  return {
    name: 'okno:content-check',
    hooks: {
      'astro:config:setup': ({ command, config }) => {
        if (command !== 'build' && command !== 'dev') return;
        if (!isFaultless(fileURLToPath(new URL('content', config.root))) && command === 'build')
          process.exit(1);
      },
    },
  };
}

function isFaultless(folder: string): boolean {
  const files = readContent(folder);
  const faults = checkContent(files);
  if (faults.length)
    console.error(`${report(faults)}\n\nОшибок: ${faults.length}. Исправьте их — и каталог соберётся.`);
  else console.log(`Проверено файлов: ${files.size}. Ошибок нет.`);
  return !faults.length;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { values } = parseArgs({ options: { content: { type: 'string', default: 'content' } } });
  if (!isFaultless(values.content)) process.exitCode = 1;
}
