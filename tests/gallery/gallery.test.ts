import { globSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';

import { describe, expect, it } from 'vitest';

/** Folders of what a page can show: each defines an element, or is a kind of field. */
const FOLDERS = [...new Set(globSync('widgets/*/register*.ts').map(dirname)), 'widgets/fields'].sort();

describe('the gallery', () => {
  it('has the states of every widget, and shows them to the tests in browsers', () => {
    expect(FOLDERS.length).toBeGreaterThan(5);
    const untold = FOLDERS.filter(
      (folder) =>
        globSync(`${folder}/*states-for-tests.ts`).length === 0 ||
        !globSync(`${folder}/*.browser.test.ts`).some((file) =>
          readFileSync(file, 'utf8').includes('describeStates('),
        ),
    );
    expect(untold).toEqual([]);
  });
});
