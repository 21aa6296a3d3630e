import { describe, expect, it } from 'vitest';

import { checkContent } from './check.ts';
import { EDITOR_FAULTS } from './editor-faults-for-tests.ts';
import { contentFolder, readContentFolder } from './folder.ts';

/** A part of the real content: enough for references and examples, and quick to check. */
const CONTENT = readContentFolder(contentFolder(), (file) =>
  /^(?:region\.yaml|agencies\/|acts\/(?:2|mp-2)|life-events\/|glossary\/e|guide\/(?:account|safety)|calendar\/|forms\/detskiy|places\/mfc-b|municipalities\/b|services\/(?:detskiy-sad|rebenok-v-shkolu|zags-brak))/.test(
    file,
  ),
);
const CARD = 'services/detskiy-sad.md';
const CARD_TEXT = CONTENT.get(CARD) ?? '';
/** What the part lacks, e.g. cards that its texts link to. */
const KNOWN = new Set(checkContent(CONTENT).map(({ file, message }) => file + message));

/** The new issues of the content with other files, and with the changed text of one. */
const newIssues = (files: Record<string, string>) =>
  checkContent(new Map([...CONTENT, ...Object.entries(files)])).filter(
    ({ file, message }) => !KNOWN.has(file + message),
  );

describe('what an editor reads', () => {
  it.each(EDITOR_FAULTS)('is one message: $did', ({ file = CARD, from, to, at, message, example }) => {
    const before = CONTENT.get(file) ?? '';
    const text = before.replace(from, to);
    expect(text).not.toBe(before);
    const lines = at === undefined ? [''] : text.slice(0, text.indexOf(at)).split('\n');
    expect(newIssues({ [file]: text })).toEqual([
      {
        file,
        line: lines.length,
        column: (lines.at(-1)?.length ?? 0) + 1,
        field: expect.any(String) as string,
        message: expect.stringMatching(message) as string,
        example: expect.stringMatching(example) as string,
      },
    ]);
  });

  it('is one message for a copy under another name', () => {
    expect(newIssues({ 'services/kopiya.md': CARD_TEXT })).toMatchObject(
      [
        {
          file: 'services/kopiya.md',
          line: 2,
          column: 1,
          field: 'название',
          message: /content\/services\/detskiy-sad\.md/,
        },
      ].map((issue) => ({ ...issue, message: expect.stringMatching(issue.message) as string })),
    );
  });

  it.each([
    'services/sad.txt',
    'services/sad.markdown',
    'services/sad.MD',
    'acts/1-fz.yml',
    'zametki.docx',
    'sad.md',
  ])('is one message for the file %s', (file) => {
    expect(newIssues({ [file]: CARD_TEXT })).toMatchObject([
      { file, line: 1, column: 1, message: expect.stringMatching(/оканчиваются на|не знает/) as string },
    ]);
  });

  it('is nothing of the mark that Windows puts before a text', () => {
    expect(newIssues({ [CARD]: `\uFEFF${CARD_TEXT}` })).toEqual([]);
    expect(newIssues({ 'region.yaml': `\uFEFF${CONTENT.get('region.yaml') ?? ''}` })).toEqual([]);
    expect(newIssues({ [CARD]: CARD_TEXT.replaceAll('\n', '\r\n') })).toEqual([]);
  });

  it.each([
    ['UTF-16', Buffer.from(`\uFEFF${CARD_TEXT}`, 'utf16le')],
    ['UTF-16 without its mark', Buffer.from(CARD_TEXT, 'utf16le')],
    ['windows-1251', Buffer.from(Array.from(CARD_TEXT, windows1251))],
  ])('is how to save a file that is in %s', (_, bytes) => {
    expect(newIssues({ [CARD]: bytes.toString('utf8') })).toMatchObject(
      [{ line: 1, column: 1, message: /не в UTF-8/, example: /Сохранить как/ }].map((issue) => ({
        ...issue,
        message: expect.stringMatching(issue.message) as string,
        example: expect.stringMatching(issue.example) as string,
      })),
    );
  });
});

/** The byte of a letter in windows-1251. Signs that are not needed here are a question mark. */
function windows1251(letter: string): number {
  const code = letter.charCodeAt(0);
  if (code < 128) return code;
  return code >= 0x410 && code <= 0x44f ? code - 0x410 + 0xc0 : 63;
}
