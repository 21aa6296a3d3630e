import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';

const eslint = new ESLint({
  ruleFilter: ({ ruleId }) => /^(?:boundaries\/|no-restricted-imports)/.test(ruleId),
});

/** What the rules say of an import, were it to stand in a file of the house. */
async function verdict(file: string, imported: string): Promise<string[]> {
  const [result] = await eslint.lintText(`import '${imported}';\n`, { filePath: file });
  return (result?.messages ?? []).map(({ ruleId }) => ruleId ?? 'the file was not read');
}

const UP = 'boundaries/dependencies';
const OUT = 'no-restricted-imports';

describe('the floors of the house', () => {
  it.each([
    ['widgets/contract/forms/schemas.ts', '../../portal/http.ts', UP],
    ['widgets/deadlines/calendar.ts', '../contract/forms/schemas.ts', UP],
    ['widgets/portal/http.ts', '../application-form/answers.ts', UP],
    ['widgets/fields/templates.ts', '../address-field/address-field.ts', UP],
    ['widgets/address-field/address-field.ts', '../application-form/answers.ts', UP],
    ['widgets/rating-form/rating-form.ts', '../okno.ts', UP],
    ['widgets/portal/http.ts', '../../site/catalogue/fields.ts', UP],
    ['widgets/addresses/suggest/reader.ts', '../build/import.ts', UP],
    ['site/catalogue/service.ts', '../search/typed.ts', UP],
    ['site/catalogue/service.ts', '../content/read.ts', UP],
    ['site/content/read.ts', '../search/typed.ts', UP],
    ['site/data/services.ts', '../integrations/content-check.ts', UP],
    ['site/search/records.ts', '../integrations/content-check.ts', UP],
    ['api-mocks/server.ts', '../site/catalogue/service.ts', UP],
    ['api-mocks/server.ts', '../widgets/portal/http.ts', UP],
    ['site/integrations/content-check.ts', '../../api-mocks/server.ts', UP],
    ['widgets/portal/http.ts', 'node:fs', OUT],
    ['widgets/application-form/answers.ts', 'astro', OUT],
    ['site/catalogue/service.ts', 'astro', OUT],
    ['api-mocks/server.ts', 'lit', OUT],
  ])('do not let %s import %s', async (file, imported, rule) => {
    expect(await verdict(file, imported)).toContain(rule);
  });

  it.each([
    ['widgets/application-form/answers.ts', '../address-field/value.ts'],
    ['widgets/portal/http.ts', '../contract/forms/schemas.ts'],
    ['widgets/okno.ts', './portal/provide.ts'],
    ['site/catalogue/form.ts', '../../widgets/contract/forms/schemas.ts'],
    ['site/search/records.ts', '../content/read.ts'],
    ['site/data/services.ts', '../content/read.ts'],
    ['site/integrations/widgets.ts', '../../widgets/addresses/build/import.ts'],
    ['api-mocks/server.ts', '../widgets/deadlines/calendar.ts'],
    ['tests/portal.ts', '../api-mocks/server.ts'],
  ])('let %s import %s', async (file, imported) => {
    expect(await verdict(file, imported)).toEqual([]);
  });
});
