import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { COLLECTIONS, type Collection } from '../catalogue/collections.ts';
import { jsonSchemaOf } from '../content/json-schema.ts';

/** `npm run content:schemas` writes the JSON Schema of every collection here. `.vscode/settings.json` looks for them here. */
const SCHEMA_FOLDER = '.okno/schemas';

for (const collection of Object.keys(COLLECTIONS) as Collection[]) {
  const file = join(SCHEMA_FOLDER, `${collection}.json`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(jsonSchemaOf(collection), null, 2)}\n`);
}
console.log(`Подсказки для редактора: ${SCHEMA_FOLDER}`);
