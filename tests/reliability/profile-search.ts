import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Where something was found. */
export interface Finding {
  /** Path in the profile. */
  file: string;
  word: string;
  /** How it is written there: `utf16le`. */
  form: string;
}

/**
 * Looks for words in all files of a browser's profile, however they are written there. LevelDB and SQLite keep values that are compressed
 * by Snappy, session files by LZ4: both leave as it is what stands there for the first time, but for a cut somewhere. So halves of words
 * are looked for, too; a word must not repeat its letters.
 */
export function searchProfile(folder: string, words: readonly string[]): Finding[] {
  const wanted = words.flatMap((word) => formsOf(word).map(([form, bytes]) => ({ word, form, bytes })));
  return readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) => {
    if (!entry.isFile()) return [];
    const path = join(entry.parentPath, entry.name);
    const content = readIfThere(path);
    return wanted
      .filter(({ bytes }) => content.includes(bytes))
      .map(({ word, form }) => ({ file: relative(folder, path), word, form }));
  });
}

/** A browser that runs removes files under our hands. */
function readIfThere(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch {
    return Buffer.alloc(0);
  }
}

/** The bytes by which a word may be written, whole and by halves. */
function formsOf(word: string): [form: string, bytes: Buffer][] {
  const middle = Math.ceil(word.length / 2);
  const parts = word.length < 10 ? [word] : [word, word.slice(0, middle), word.slice(middle)];
  const plain = parts.flatMap((part): [string, Buffer][] => [
    ['utf8', Buffer.from(part)],
    ['utf16le', Buffer.from(part, 'utf16le')],
  ]);
  const written: [string, string][] = [
    ['URL', encodeURIComponent(word)],
    [
      'JSON',
      Array.from(word, (letter) => String.raw`\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`).join(
        '',
      ),
    ],
    ...['utf8', 'utf16le'].flatMap((encoding) => base64Of(Buffer.from(word, encoding as BufferEncoding))),
  ];
  return [...plain, ...written.map(([form, text]): [string, Buffer] => [form, Buffer.from(text)])];
}

/** How base64 shows some bytes inside a longer text: it depends on how many bytes stand before them. */
const base64Of = (bytes: Buffer): [form: string, text: string][] =>
  [0, 1, 2].map((before) => {
    const text = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64');
    // Signs at both ends are mixed with what stands around.
    return ['base64', text.slice(before && before + 1, -4)];
  });
