import { globSync, readFileSync } from 'node:fs';

import { expect, it } from 'vitest';

/** Everything in which citizens may read words of ours: widgets, letters, SMS, consents, pages, forms. */
const FILES = globSync(['{widgets,api-mocks,site}/**/*.{ts,astro}', 'content/forms/*.yaml']).filter(
  (file) => !/\.test\.ts$|-for-tests\.ts$|testing/.test(file),
);

/** Places and buttons that this house does not have: nobody is sent there. */
const NOWHERE = [/личн\p{L}+ кабинет/iu, /в (?:своём |вашем )?кабинет/iu, /Стереть мои данные/iu];

/** Lines that stay: people have agreed to a text that was published. */
const PUBLISHED = ['нажмите «Стереть мои данные» в личном кабинете. Портал сотрёт всё'];

/** The title of an operation of the contract, which is no button. */
const OPERATION = "title: 'Стереть мои данные'";

it('sends nobody to a place that is not there', () => {
  const lines = FILES.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => NOWHERE.some((place) => place.test(line)))
      .map((line) => `${file}: ${line.trim()}`),
  );
  expect(FILES.length).toBeGreaterThan(500);
  expect(lines.filter((line) => ![...PUBLISHED, OPERATION].some((known) => line.includes(known)))).toEqual(
    [],
  );
  // The search does find something.
  expect(lines).toHaveLength(2);
});
