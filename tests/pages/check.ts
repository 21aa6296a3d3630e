/**
 * `npm run check:pages`: builds the catalogue, and asks of every page whether its HTML is valid (html-validate), and whether its
 * structured data are in the words of schema.org. `-- --built DIR` takes a build that is there.
 */
import { globSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

import { buildCatalogue, siteOriginsFrom } from '../hosts/serve.ts';
import { installTools } from '../tools.ts';

const { values } = parseArgs({ options: { built: { type: 'string' } } });
installTools(import.meta.dirname);
const { HtmlValidate } = await import('html-validate');
const { structuredDataFaults } = await import('./structured-data.ts');

const folder = values.built ?? '.okno/check-pages';
if (values.built === undefined) await buildCatalogue(folder, siteOriginsFrom(4541));
const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    // A button in a form sends it: HTML says so without the attribute.
    'no-implicit-button-type': 'off',
    // Telephones are kept on one line by the style sheet, and titles are as long as the name of the service.
    'tel-non-breaking': 'off',
    'long-title': 'off',
    // Acts are called `210-fz`; HTML takes any id without white space.
    'valid-id': ['error', { relaxed: true }],
  },
});

let pages = 0;
const faults: string[] = [];
for (const file of globSync('**/*.html', { cwd: folder }).sort()) {
  const html = readFileSync(`${folder}/${file}`, 'utf8');
  pages++;
  const { results } = await validator.validateString(html, file);
  for (const { ruleId, message, selector } of results.flatMap(({ messages }) => messages))
    faults.push(`${file}: ${ruleId}, ${message} ${selector ?? ''}`);
  for (const fault of await structuredDataFaults(html)) faults.push(`${file}: ${fault}`);
}
for (const fault of faults) console.log(fault);
console.log(`Страниц: ${pages}. Ошибок: ${faults.length}.`);
process.exitCode = faults.length || !pages ? 1 : 0;
