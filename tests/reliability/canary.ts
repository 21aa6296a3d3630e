/** `npm run test:canary [-- --browser chromium,firefox,webkit]`: looks for what was typed in the browser's profile and everywhere else. */
import { parseArgs } from 'node:util';

import { visitWithCanaries } from './canary-visit.ts';
import { searchWebKit } from './canary-webkit.ts';
import { PROFILE_ENGINES } from './profile-browser.ts';
import type { Finding } from './profile-search.ts';

const { values } = parseArgs({
  options: { browser: { type: 'string', default: [...PROFILE_ENGINES, 'webkit'].join() } },
});
const browsers = values.browser.split(',');
for (const engine of PROFILE_ENGINES.filter((name) => browsers.includes(name))) {
  const { inProfile, remembered, elsewhere, changed, controls, number } = await visitWithCanaries(engine);
  console.log(`${engine}: заявление ${number} подано, в профиле найдено ${inProfile.length},`);
  console.log(`  в других местах ${elsewhere.length}, чужих имён на странице изменено ${changed.length}`);
  printLines([...inProfile.map(lineOf), ...elsewhere, ...changed]);
  console.log('Запомнил сам браузер, как на любом сайте:');
  printLines(remembered.map(lineOf));
  console.log('Для проверки страница записала сама, и это найдено:');
  printLines(controls.map(lineOf));
  if (inProfile.length || elsewhere.length || changed.length) process.exitCode = 1;
}
if (browsers.includes('webkit')) {
  const found = await searchWebKit();
  console.log(
    found
      ? `webkit: заявление ${found.number} подано, в профиле найдено ${found.inProfile.length}`
      : 'webkit: здесь не установлен',
  );
  printLines((found?.inProfile ?? []).map(lineOf));
  console.log('Для проверки страница записала сама, и это найдено:');
  printLines((found?.controls ?? []).map(lineOf));
  if (found?.inProfile.length) process.exitCode = 1;
}

function printLines(lines: readonly string[]): void {
  for (const line of new Set(lines)) console.log(`  ${line}`);
}

function lineOf({ word, form, file }: Finding): string {
  return `${word} (${form}): ${file}`;
}
