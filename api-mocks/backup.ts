import { existsSync, renameSync, rmSync } from 'node:fs';
import { DatabaseSync, backup } from 'node:sqlite';
import { parseArgs } from 'node:util';

/** `npm run sandbox:backup -- --to copy.sqlite`: copies the database into one file, also while the portal is running. */
const { values } = parseArgs({
  options: {
    db: { type: 'string', default: '.okno/sandbox.sqlite' },
    to: { type: 'string', default: '.okno/backup.sqlite' },
  },
});

if (!existsSync(values.db)) {
  console.error(`Базы ${values.db} нет. Сначала запустите портал: npm run sandbox`);
  process.exit(1);
}
const part = `${values.to}.part`;
rmSync(part, { force: true });
using db = new DatabaseSync(values.db, { readOnly: true });
await backup(db, part);
// The copy gets its name when it is complete: a backup that broke off leaves only a `.part`.
renameSync(part, values.to);
console.log(`Копия базы: ${values.to}. Ключ ${values.db}.key храните отдельно: без него копию не прочесть.`);
