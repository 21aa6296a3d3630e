import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, it } from 'vitest';

import { temporaryFolder } from '../../tests/temporary-folder.ts';
import { OutputFolder } from './output-folder.ts';

it('keeps what the build before has left, and nothing else', () => {
  const [folder, cache] = [temporaryFolder(), temporaryFolder()];
  const file = (name: string) => join(folder, name);
  const build = (files: Record<string, string>) => {
    const output = new OutputFolder();
    output.begin(folder, cache);
    for (const [name, text] of Object.entries(files)) output.write(file(name), text);
    const kept = Object.keys(files).filter((name) => output.isKept(file(name)));
    output.sweep();
    output.end();
    return kept;
  };
  writeFileSync(file('strange.html'), 'of nobody');
  expect(build({ 'a.html': 'a', 'b/index.html': 'b', 'b/index.html.br': 'B', 'c/c.html': 'c' })).toEqual([]);
  expect(existsSync(file('strange.html'))).toBe(false);
  const { mtimeMs } = statSync(file('a.html'));
  writeFileSync(file('b/index.html'), 'somebody else');
  expect(build({ 'a.html': 'a', 'b/index.html': 'b' })).toEqual(['a.html']);
  expect(statSync(file('a.html')).mtimeMs).toBe(mtimeMs);
  expect(readFileSync(file('b/index.html'), 'utf8')).toBe('b');
  expect(existsSync(file('c'))).toBe(false);
  expect(existsSync(file('b/index.html.br'))).toBe(false);
  expect(build({ 'a.html': 'another' })).toEqual([]);
  expect(existsSync(file('b'))).toBe(false);
});

it('compresses a file again whose compressed one is gone', () => {
  const [folder, cache] = [temporaryFolder(), temporaryFolder()];
  for (const isSecond of [false, true]) {
    const output = new OutputFolder();
    output.begin(folder, cache);
    output.write(join(folder, 'a.html'), 'a');
    if (isSecond) expect(output.isKept(join(folder, 'a.html'))).toBe(false);
    else writeFileSync(join(folder, 'a.html.br'), 'A');
    output.end();
    rmSync(join(folder, 'a.html.br'), { force: true });
  }
});
