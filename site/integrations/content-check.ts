import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

import type { AstroIntegration } from 'astro';

import { checkContent } from '../content/check.ts';
import { formatIssues } from '../content/content-issue.ts';
import { FineFiles } from '../content/fine-files.ts';
import { contentFolder, readContentFolder } from '../content/folder.ts';
import { knownEntries, knownHtml } from '../content/known-content.ts';
import { keepEntriesOnly, settleContent } from '../content/read.ts';
import { contentWarnings } from '../content/warnings.ts';
import { hashOfFiles } from './reuse.ts';

/** What is kept for the next check. */
interface Kept {
  folder: string;
  /** The hash of the check's own code. */
  version: string;
  files: ConstructorParameters<typeof FineFiles>[0];
}

/** Where a check keeps what the next one need not do again. */
const CACHE = process.env['OKNO_CACHE'] ?? 'node_modules/.astro';
const OTHER_FOLDER_ADVICE = 'Назовите другую: OKNO_CONTENT=../primerskaya npm run content:check';

/** Checks the content before a build begins. Any issue stops the build, a warning does not; the developer’s server only prints them. */
export function contentCheck(): AstroIntegration {
  const [entries, html] = ['okno-entries', 'okno-html'].map((name) =>
    join(CACHE, name, versionOfCheck()),
  ) as [string, string];
  return {
    name: 'okno:content-check',
    hooks: {
      'astro:config:setup': ({ command }) => {
        if (command !== 'build' && command !== 'dev') return;
        knownEntries.load(entries);
        knownHtml.load(html);
        const files = fineContent(contentFolder());
        if (command === 'dev') keepEntriesOnly();
        else if (files) settleContent(contentFolder(), files);
        else process.exit(1);
      },
      // By now all texts are rendered.
      'astro:build:start': () => {
        const isThere = (file: string) => existsSync(join(contentFolder(), file));
        knownEntries.save(entries, isThere);
        knownHtml.save(html, isThere);
      },
    },
  };
}

/** The hash of the code that reads and checks content. */
const versionOfCheck = () =>
  hashOfFiles(['site/{content,catalogue}/**', 'widgets/{contract,deadlines,text}/**', 'package-lock.json']);

/** The files of a folder that this check has found fine before, and a function that keeps them for the next one. */
function keptFineFiles(folder: string): { fineFiles: FineFiles; keep: () => void } {
  const file = join(CACHE, 'okno-checked.json');
  const version = versionOfCheck();
  const kept = readKept(file);
  const fineFiles = new FineFiles(kept?.folder === folder && kept.version === version ? kept.files : {});
  return {
    fineFiles,
    keep: () => {
      // Under another name first: a check that is stopped leaves no half of it.
      const unfinished = `${file}.${process.pid}`;
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(unfinished, JSON.stringify({ folder, version, files: fineFiles }));
      renameSync(unfinished, file);
    },
  };
}

function readKept(file: string): Kept | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Kept;
  } catch {
    return undefined;
  }
}

/** Checks a folder of content, and prints its warnings and issues. Gives its files if there is no issue. */
function fineContent(folder: string): ReadonlyMap<string, string> | undefined {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    console.error(`Нет папки с содержанием: ${folder}. ${OTHER_FOLDER_ADVICE}`);
    return undefined;
  }
  const files = readContentFolder(folder);
  if (!files.size) {
    console.error(`В папке нет ни одного файла содержания: ${folder}. ${OTHER_FOLDER_ADVICE}`);
    return undefined;
  }
  const { fineFiles, keep } = keptFineFiles(folder);
  const issues = checkContent(files, fineFiles);
  // What is an issue already is said once.
  const warnings = contentWarnings(files, { fineFiles }).filter(
    (warning) => !issues.some(({ file, line }) => file === warning.file && line === warning.line),
  );
  keep();
  if (warnings.length)
    console.log(
      `${formatIssues(warnings)}\n\nПредупреждений: ${warnings.length}. Собрать каталог они не мешают.\n`,
    );
  if (issues.length)
    console.error(`${formatIssues(issues)}\n\nОшибок: ${issues.length}. Исправьте их — и каталог соберётся.`);
  else console.log(`Проверено файлов: ${files.size}. Ошибок нет.`);
  return issues.length ? undefined : files;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { values } = parseArgs({ options: { content: { type: 'string', default: contentFolder() } } });
  if (!fineContent(values.content)) process.exitCode = 1;
}
