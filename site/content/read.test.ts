import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { describe, expect, it, onTestFinished, vi } from 'vitest';

import { contentFolder } from './folder.ts';
import { readCollection, readEntries } from './read.ts';

const CARD = 'services/detskiy-sad.md';

/** A copy of the content where one text of the card is another; deleted when the test is over. */
function copyWith(from: string | RegExp, to: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'okno-content-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  cpSync(contentFolder(), folder, { recursive: true });
  writeFileSync(join(folder, CARD), readFileSync(join(folder, CARD), 'utf8').replace(from, to));
  return folder;
}

describe('the reader of content', () => {
  it('gives the facts of a file in English, and the text below them', () => {
    const card = readEntries('services').find(({ id }) => id === 'detskiy-sad');
    expect(card).toMatchObject({
      data: { level: 'municipal' },
      body: expect.stringMatching(/^1\. /m) as string,
    });
  });

  it('gives no text where the whole file is YAML', () => {
    expect(readEntries('region')).toMatchObject([{ id: 'region', body: '' }]);
  });

  it('reads the folder that is named, and the one that a build names', () => {
    const folder = copyWith(/^коротко: .*$/m, 'коротко: Садик');
    const short = (from?: string) =>
      readEntries('services', from).find(({ id }) => id === 'detskiy-sad')?.data.short;
    expect(short(folder)).toBe('Садик');
    vi.stubEnv('OKNO_CONTENT', folder);
    expect(short()).toBe('Садик');
    vi.unstubAllEnvs();
    expect(short()).not.toBe('Садик');
  });

  it('says file, line, field and what to write, and goes on with the other files', () => {
    const folder = copyWith(/^уровень: .*$/m, 'уровень: районная');
    expect(() => readEntries('services', folder)).toThrow(
      /^content\/services\/detskiy-sad\.md:\d+:1 {2}уровень\n {2}выберите одно из: .*\n {2}Например: /,
    );
    const { entries, issues } = readCollection('services', folder);
    expect(issues).toHaveLength(1);
    expect(entries).toHaveLength(readEntries('services').length - 1);
  });
});
