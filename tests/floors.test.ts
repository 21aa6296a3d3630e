import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { ESLint } from 'eslint';
import { afterAll, describe, expect, it } from 'vitest';

/** A house of empty files: the rules look at names, and at whether a file is there. */
const house = mkdtempSync(join(tmpdir(), 'okno-floors-'));
afterAll(() => {
  rmSync(house, { recursive: true });
});

const eslint = new ESLint({
  cwd: house,
  overrideConfigFile: fileURLToPath(new URL('../eslint.config.mjs', import.meta.url)),
  overrideConfig: {
    languageOptions: { parserOptions: { projectService: false } },
    settings: { 'boundaries/root-path': house },
  },
  ruleFilter: ({ ruleId }) => /^(?:boundaries\/|no-restricted-imports)/.test(ruleId),
});

const imports = (specifier: string) => `import '${specifier}';\n`;
/** How code can need other code, for its values or for its types. */
const WAYS = {
  import: imports,
  'import type': (specifier: string) => `import type { A } from '${specifier}';\n`,
  'import one type': (specifier: string) => `import { type A } from '${specifier}';\n`,
  export: (specifier: string) => `export { a } from '${specifier}';\n`,
  'export type': (specifier: string) => `export type { A } from '${specifier}';\n`,
  'import() of a value': (specifier: string) => `await import('${specifier}');\n`,
  'import() of a type': (specifier: string) => `export type A = import('${specifier}').A;\n`,
};

/** Which rules an import breaks, were it to stand in a file of the house. */
async function verdict(file: string, imported: string, write = imports): Promise<string[]> {
  for (const path of [file, ...(imported.startsWith('.') ? [join(dirname(file), imported)] : [])]) {
    mkdirSync(dirname(join(house, path)), { recursive: true });
    writeFileSync(join(house, path), '');
  }
  const [result] = await eslint.lintText(write(imported), { filePath: join(house, file) });
  return (result?.messages ?? []).map(({ ruleId, message }) => ruleId ?? message);
}

const UP = 'boundaries/dependencies';
const OUT = 'no-restricted-imports';

describe('the floors of the house', () => {
  it.each([
    // Between floors.
    ['widgets/deadlines/calendar.ts', '../contract/forms/schemas.ts'],
    ['widgets/text/fold-letters.ts', '../deadlines/calendar.ts'],
    ['widgets/contract/forms/schemas.ts', '../../portal/http.ts'],
    ['widgets/portal/http.ts', '../forms/submission.ts'],
    ['widgets/portal/http.ts', '../../site/catalogue/fields.ts'],
    ['widgets/fields/text-field.ts', '../address-field/value.ts'],
    ['widgets/address-field/value.ts', '../application-form/answers.ts'],
    ['widgets/forms/submission.ts', '../rating-form/rating-form.ts'],
    ['widgets/rating-form/rating-form.ts', '../okno.ts'],
    ['site/catalogue/service.ts', '../content/read.ts'],
    ['site/catalogue/service.ts', '../search/typed.ts'],
    ['site/content/read.ts', '../data/services.ts'],
    ['site/data/services.ts', '../pages/list.ts'],
    ['site/search/records.ts', '../integrations/content-check.ts'],
    ['site/open-data/feed.ts', '../components/list.ts'],
    ['api-mocks/server.ts', '../site/catalogue/service.ts'],
    ['api-mocks/server.ts', '../widgets/portal/http.ts'],
    ['site/integrations/content-check.ts', '../../api-mocks/server.ts'],
    ['site/data/services.ts', '../../content/region.yaml'],
    ['widgets/portal/http.ts', './http.test.ts'],
    ['api-mocks/server.ts', './testing.ts'],
    // Beside each other.
    ['widgets/portal/http.ts', '../drafts/draft.ts'],
    ['widgets/forms/submission.ts', '../address-field/value.ts'],
    ['widgets/rating-form/rating-form.ts', '../status-tracker/views.ts'],
    ['site/data/services.ts', '../search/typed.ts'],
    ['site/search/records.ts', '../open-data/feed.ts'],
    // Inside the contract.
    ['widgets/contract/forms/schemas.ts', './operations.ts'],
    ['widgets/contract/forms/schemas.ts', './docs.ts'],
    ['widgets/contract/forms/schemas.ts', '../openapi/operation.ts'],
    ['widgets/contract/ratings/criteria.ts', './operations.ts'],
    ['widgets/contract/openapi/operation.ts', '../../portal/http.ts'],
    ['widgets/rating-form/rating-form.ts', '../contract/ratings/operations.ts'],
    ['widgets/rating-form/rating-form.ts', '../contract/ratings/docs.ts'],
    ['widgets/rating-form/rating-form.ts', '../contract/ratings/examples.ts'],
    ['widgets/forms/submission.ts', '../contract/openapi/operation.ts'],
    ['widgets/portal/http.ts', '../contract/ratings/operations.ts'],
    ['widgets/okno.ts', './contract/openapi/openapi.ts'],
    // Inside the addresses.
    ['widgets/addresses/index/region.ts', '../search/match.ts'],
    ['widgets/addresses/search/match.ts', '../suggest/reader.ts'],
    ['widgets/addresses/suggest/reader.ts', '../build/import.ts'],
    ['widgets/addresses/build/import.ts', '../suggest/reader.ts'],
    ['widgets/address-field/value.ts', '../addresses/build/import.ts'],
    ['api-mocks/cases/cases.ts', '../../widgets/addresses/build/import.ts'],
    // Inside the site.
    ['site/components/list.ts', '../layouts/page.ts'],
    ['site/layouts/page.ts', '../pages/list.ts'],
    ['site/pages/list.ts', '../integrations/content-check.ts'],
    ['site/integrations/content-check.ts', '../pages/list.ts'],
    ['site/pages/list.ts', '../content.config.ts'],
    // Inside the sandbox.
    ['api-mocks/pages/case-list.ts', '../server.ts'],
    ['api-mocks/workflow/moves.ts', '../pages/cases.ts'],
    ['api-mocks/complaints/complaints.ts', '../workflow/moves.ts'],
    ['api-mocks/complaints/complaints.ts', '../payments/invoices.ts'],
    ['api-mocks/payments/invoices.ts', '../appointments/slots.ts'],
    ['api-mocks/appointments/slots.ts', '../drafts/drafts.ts'],
    ['api-mocks/drafts/drafts.ts', '../privacy/consents.ts'],
    ['api-mocks/privacy/consents.ts', '../complaints/complaints.ts'],
    ['api-mocks/cases/cases.ts', '../payments/invoices.ts'],
    ['api-mocks/files/uploads.ts', '../cases/cases.ts'],
    ['api-mocks/instant/instant.ts', '../files/uploads.ts'],
    ['api-mocks/feedback/feedback.ts', '../instant/instant.ts'],
    ['api-mocks/events/events.ts', '../cases/cases.ts'],
    ['api-mocks/sign-in/sessions.ts', '../events/events.ts'],
    ['api-mocks/http/api.ts', '../sign-in/sessions.ts'],
    ['api-mocks/store/database.ts', '../http/api.ts'],
  ])('do not let %s import %s', async (file, imported) => {
    expect(await verdict(file, imported)).toContain(UP);
  });

  it.each(Object.entries(WAYS))('see every way to need something: %s', async (_, write) => {
    expect(await verdict('api-mocks/store/database.ts', '../http/api.ts', write)).toContain(UP);
    expect(await verdict('widgets/rating-form/events.ts', '../contract/ratings/docs.ts', write)).toContain(
      UP,
    );
    expect(await verdict('widgets/rating-form/events.ts', '../contract/ratings/schemas.ts', write)).toEqual(
      [],
    );
  });

  it('read the frontmatter of .astro files', async () => {
    const write = (specifier: string) => `---\nimport '${specifier}';\n---\n<p>Text</p>\n`;
    expect(await verdict('site/components/List.astro', '../pages/list.ts', write)).toEqual([UP]);
    expect(await verdict('site/pages/index.astro', '../components/List.astro', write)).toEqual([]);
  });

  it.each([
    ['widgets/portal/http.ts', 'node:fs'],
    ['widgets/portal/http.ts', 'fs/promises'],
    ['widgets/application-form/answers.ts', 'astro'],
    ['widgets/application-form/answers.ts', 'astro:content'],
    ['widgets/contract/ratings/criteria.ts', 'valibot'],
    ['widgets/contract/ratings/criteria.ts', 'node:fs'],
    ['site/catalogue/service.ts', 'astro'],
    ['site/catalogue/service.ts', 'astro/loaders'],
    ['site/catalogue/service.ts', 'node:fs/promises'],
    ['site/catalogue/service.ts', 'lit'],
    ['api-mocks/server.ts', 'lit'],
    ['api-mocks/server.ts', 'lit/decorators.js'],
  ])('do not let %s import %s', async (file, imported) => {
    expect(await verdict(file, imported)).toEqual([OUT]);
    expect(await verdict(file, imported, WAYS['import type'])).toEqual([OUT]);
  });

  it.each([
    'api-mocks/attic/old.ts',
    'widgets/attic/old.ts',
    'widgets/addresses/old.ts',
    'site/attic/old.ts',
  ])('do not know a folder like that of %s', async (file) => {
    expect(await verdict(file, 'valibot')).toEqual(['boundaries/no-unknown-files']);
  });

  it.each([
    ['widgets/contract/forms/schemas.ts', '../../deadlines/period.ts'],
    ['widgets/contract/forms/schemas.ts', '../values/schemas.ts'],
    ['widgets/contract/ratings/operations.ts', '../openapi/operation.ts'],
    ['widgets/contract/openapi/api.ts', '../ratings/docs.ts'],
    ['widgets/contract/ratings/schemas.ts', 'valibot'],
    ['widgets/rating-form/rating-form.ts', '../contract/ratings/schemas.ts'],
    ['widgets/rating-form/rating-form.ts', '../contract/ratings/criteria.ts'],
    ['widgets/rating-form/rating-form.ts', '../forms/submission.ts'],
    ['widgets/application-form/answers.ts', '../address-field/value.ts'],
    ['widgets/address-field/value.ts', '../addresses/suggest/reader.ts'],
    ['widgets/addresses/suggest/reader.ts', '../index/region.ts'],
    ['widgets/addresses/build/import.ts', '../index/region.ts'],
    ['widgets/addresses/build/import.ts', 'node:fs'],
    ['widgets/addresses/build/rows-for-tests.ts', '../suggest/reader.ts'],
    ['widgets/okno.ts', './portal/provide.ts'],
    ['site/catalogue/form.ts', '../../widgets/contract/forms/schemas.ts'],
    ['site/content/read.ts', '../catalogue/service.ts'],
    ['site/data/services.ts', '../content/read.ts'],
    ['site/pages/list.ts', '../../widgets/contract/openapi/openapi.ts'],
    ['site/layouts/page.ts', '../styles/site.css'],
    ['site/integrations/widgets.ts', '../../widgets/addresses/build/import.ts'],
    ['site/integrations/search-index.ts', '../search/records.ts'],
    ['site/content.config.ts', './integrations/content-loader.ts'],
    ['api-mocks/server.ts', '../widgets/deadlines/calendar.ts'],
    ['api-mocks/http/api.ts', '../../widgets/contract/ratings/operations.ts'],
    ['api-mocks/cases/cases.ts', '../../widgets/addresses/search/match.ts'],
    ['api-mocks/cases/cases.test.ts', '../testing.ts'],
    ['tests/test-portal.ts', '../api-mocks/server.ts'],
    ['tests/test-portal.ts', '../widgets/addresses/build/import.ts'],
  ])('let %s import %s', async (file, imported) => {
    expect(await verdict(file, imported)).toEqual([]);
  });
});
