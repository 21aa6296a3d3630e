import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';

import * as v from 'valibot';

import { STATES, StateSchema } from '../widgets/contract/applications/schemas.ts';
import { savedClock } from './store/clock.ts';
import { openDatabase } from './store/database.ts';
import { PortalKeyError } from './store/portal-key.ts';
import { MoveError } from './workflow/move-error.ts';
import { moveCaseTo } from './workflow/officials.ts';
import { contextFromDatabase } from './workflow/database-context.ts';

/**
 * `npm run sandbox:move -- NUMBER [--to ready] [--text …] [--overdue]`: moves a case, also while the portal is running. Gives
 * a sentence for each move. Throws a `MoveError` or `PortalKeyError` that says in Russian why it is impossible.
 */
function main(): string {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      to: { type: 'string' },
      overdue: { type: 'boolean' },
      text: { type: 'string' },
      db: { type: 'string', default: '.okno/sandbox.sqlite' },
    },
  });
  const [number] = positionals;
  if (number === undefined) throw new MoveError('Назовите номер дела: npm run sandbox:move -- НОМЕР');
  const to = v.safeParse(v.optional(StateSchema), values.to);
  if (!to.success) throw new MoveError(`Состояния «${values.to}» нет. Есть: ${STATES.join(', ')}.`);
  if (!existsSync(values.db))
    throw new MoveError(`Базы ${values.db} нет. Сначала запустите портал: npm run sandbox`);
  const db = openDatabase(values.db);
  try {
    const { overdue, text } = values;
    const now = savedClock(db, () => new Date());
    const context = contextFromDatabase(db, now());
    return moveCaseTo(context, number, { to: to.output, overdue, text }).join('\n');
  } finally {
    db.close();
  }
}

try {
  console.log(main());
} catch (error) {
  if (!(error instanceof MoveError || error instanceof PortalKeyError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
