/** `npm run bench:drafts [-- --letters 200]`: by how much the profile of a browser grows while two large files wait. */
import { parseArgs } from 'node:util';

import { PROFILE_ENGINES } from './profile-browser.ts';
import { measureGrowth } from './profile-growth.ts';

const { values } = parseArgs({ options: { letters: { type: 'string', default: '200' } } });
const inMb = (bytes: number) => `${(bytes / 1e6).toFixed(2)} МБ`;
for (const engine of PROFILE_ENGINES) {
  const { before, files, withFiles, afterTyping, atEnd } = await measureGrowth(
    engine,
    Number(values.letters),
  );
  console.log(`${engine}: профиль ${inMb(before)}, два файла по ${inMb(files / 2)}`);
  console.log(`  с файлами сверх них ${inMb(withFiles - before - files)}`);
  console.log(
    `  после ${values.letters} букв ещё ${inMb(afterTyping - withFiles)}, после выхода ${inMb(atEnd - before - files)}`,
  );
}
