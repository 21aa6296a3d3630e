import { describe, expect, it } from 'vitest';

import { tidyFileName } from './file-name.ts';

describe('tidyFileName', () => {
  it.each([
    ['справка.pdf', 'справка.pdf'],
    ['и\u0306од ё.pdf', 'йод ё.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['..', 'файл'],
    ['C:\\Документы\\скан.pdf', 'скан.pdf'],
    ['злой\u202Egpj.exe\u0000', 'злойgpj.exe'],
    ['\u2067фото\u2069.jpg', 'фото.jpg'],
    ['.htaccess', 'htaccess'],
    ['  две   строки\n.pdf ', 'две строки.pdf'],
    ['\u200b', 'файл'],
    ['👩‍👧.jpg', '👩👧.jpg'],
    ['\ud83d.pdf', 'pdf'],
  ])('makes of %j %j', (name, tidy) => {
    expect(tidyFileName(name)).toBe(tidy);
  });

  it('keeps 200 characters, and the ending of a longer name', () => {
    const long = `${'ы'.repeat(196)}.pdf`;
    expect(tidyFileName(long)).toBe(long);
    expect(tidyFileName(`${'🌲'.repeat(200)}.jpeg`)).toBe(`${'🌲'.repeat(125)}.jpeg`);
  });
});
