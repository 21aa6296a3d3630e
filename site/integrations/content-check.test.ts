import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { describe, expect, it, onTestFinished } from 'vitest';

/** Runs the command as an editor does, for a folder of content that `fill` fills. */
function checkFolder(fill: (folder: string) => void): { status: number | null; output: string } {
  const parent = mkdtempSync(join(tmpdir(), 'okno-content-'));
  onTestFinished(() => {
    rmSync(parent, { recursive: true });
  });
  const folder = join(parent, 'primerskaya');
  fill(folder);
  const { status, stdout, stderr } = spawnSync(process.execPath, ['site/integrations/content-check.ts'], {
    encoding: 'utf8',
    env: { ...process.env, OKNO_CONTENT: folder },
  });
  return { status, output: (stdout + stderr).replaceAll(parent, '') };
}

const copyContent = (folder: string) => {
  cpSync('content', folder, { recursive: true });
};

describe('npm run content:check', () => {
  it('counts the files where nothing is wrong', () => {
    expect(checkFolder(copyContent)).toEqual({
      status: 0,
      output: expect.stringMatching(/^Проверено файлов: [1-9]\d+\. Ошибок нет\.\n$/) as string,
    });
  });

  it('names a folder that is not there', () => {
    const { status, output } = checkFolder(() => undefined);
    expect(status).toBe(1);
    expect(output).toMatch(/^Нет папки с содержанием: \/primerskaya\. Назовите другую: OKNO_CONTENT=.*\n$/);
  });

  it('names a folder without files', () => {
    const { status, output } = checkFolder((folder) =>
      mkdirSync(join(folder, 'services'), { recursive: true }),
    );
    expect(status).toBe(1);
    expect(output).toMatch(/^В папке нет ни одного файла содержания: \/primerskaya\. .*\n$/);
  });

  it('names file, line and what to write, and no line of its own code', () => {
    const { status, output } = checkFolder((folder) => {
      copyContent(folder);
      writeFileSync(join(folder, 'acts/slip.yaml'), 'название: *slip\n');
    });
    expect(status).toBe(1);
    expect(output).toMatch(/^content\/acts\/slip\.yaml:1:11\n {2}.*звёздочки.*\n {2}Например: /);
    expect(output).toMatch(/\nОшибок: 1\. /);
    expect(output).not.toMatch(/\.ts:\d/);
  });

  it('prints a warning with its reason, and passes', () => {
    const { status, output } = checkFolder((folder) => {
      copyContent(folder);
      const card = join(folder, 'services/detskiy-sad.md');
      writeFileSync(card, readFileSync(card, 'utf8').replace('значение: 10', 'значение: 1000000'));
    });
    expect(status).toBe(0);
    expect(output).toMatch(
      /^content\/services\/detskiy-sad\.md:24:5 {2}сроки → 1 → значение\n {2}.*лишнего нуля/,
    );
    expect(output).toMatch(/\nПредупреждений: 1\. .*\n\nПроверено файлов: \d+\. Ошибок нет\.\n$/);
  });

  it('names a file that is not read because of its ending', () => {
    const { status, output } = checkFolder((folder) => {
      copyContent(folder);
      writeFileSync(join(folder, 'services/sad.txt'), '');
    });
    expect(status).toBe(1);
    expect(output).toMatch(/^content\/services\/sad\.txt:1:1\n.*\.md\n.*не.*\n\nОшибок: 1\. /);
  });
});
