import { readFileSync, readdirSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';

/** The folder of the content: the project's own, or the one that `OKNO_CONTENT` names. */
export const contentFolder = (): string => resolve(process.env['OKNO_CONTENT'] ?? 'content');

/** The path of a file below a folder, with `/` on every system: `services/detskiy-sad.md`. */
export const pathInFolder = (folder: string, path: string): string =>
  relative(folder, path).split(sep).join('/');

/**
 * Paths of files that are not content: a README, the data of the addresses, and all whose file or folder begins with a dot
 * (`.github/`).
 */
const NOT_CONTENT = /(?:^|\/)(?:README\.md$|\.)|^addresses\/.*(?<!\.ya?ml)$/;

/**
 * The text of every content file below a folder, by its path there. `isWanted` says whether to read the file of a path. Files with
 * endings that are not content are there with an empty text: the check names those that lie among the content.
 */
export function readContentFolder(folder: string, isWanted = (_file: string) => true): Map<string, string> {
  return new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => pathInFolder(folder, join(entry.parentPath, entry.name)))
      .filter((file) => !NOT_CONTENT.test(file) && isWanted(file))
      .sort()
      .map((file) => [file, /\.(?:md|ya?ml)$/.test(file) ? readFileSync(join(folder, file), 'utf8') : '']),
  );
}
