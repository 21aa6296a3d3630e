import { statSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

import type { AstroIntegration } from 'astro';

import { checkContent } from '../content/check.ts';
import { formatIssues } from '../content/content-issue.ts';
import { contentFolder, readContentFolder } from '../content/folder.ts';
import { contentWarnings } from '../content/warnings.ts';

const OTHER_FOLDER_ADVICE = 'Назовите другую: OKNO_CONTENT=../primerskaya npm run content:check';

/** Checks the content before a build begins. Any issue stops the build, a warning does not; the developer’s server only prints them. */
export function contentCheck(): AstroIntegration {
  return {
    name: 'okno:content-check',
    hooks: {
      'astro:config:setup': ({ command }) => {
        if (command !== 'build' && command !== 'dev') return;
        if (!reportContent(contentFolder()) && command === 'build') process.exit(1);
      },
    },
  };
}

/** Checks a folder of content, and prints its warnings and issues. Gives true if it has no issue. */
function reportContent(folder: string): boolean {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    console.error(`Нет папки с содержанием: ${folder}. ${OTHER_FOLDER_ADVICE}`);
    return false;
  }
  const files = readContentFolder(folder);
  if (!files.size) {
    console.error(`В папке нет ни одного файла содержания: ${folder}. ${OTHER_FOLDER_ADVICE}`);
    return false;
  }
  const issues = checkContent(files);
  // What is an issue already is said once.
  const warnings = contentWarnings(files).filter(
    (warning) => !issues.some(({ file, line }) => file === warning.file && line === warning.line),
  );
  if (warnings.length)
    console.log(
      `${formatIssues(warnings)}\n\nПредупреждений: ${warnings.length}. Собрать каталог они не мешают.\n`,
    );
  if (issues.length)
    console.error(`${formatIssues(issues)}\n\nОшибок: ${issues.length}. Исправьте их — и каталог соберётся.`);
  else console.log(`Проверено файлов: ${files.size}. Ошибок нет.`);
  return !issues.length;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { values } = parseArgs({ options: { content: { type: 'string', default: contentFolder() } } });
  if (!reportContent(values.content)) process.exitCode = 1;
}
