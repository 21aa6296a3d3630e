import type { DatabaseSync } from 'node:sqlite';

import { insertRow } from '../api-mocks/store/database.ts';
import { CRITERIA } from '../widgets/contract/ratings/criteria.ts';

/**
 * Stores ratings of copies of one application. Their marks depend only on their place: from the sixth on some skip a
 * question, and each mark comes about; where they are `sparse`, each answers one question only. All
 * earlier ratings are removed.
 */
export function generateRatings(
  db: DatabaseSync,
  number: string,
  { count, isSparse = false }: { count: number; isSparse?: boolean | undefined },
): void {
  db.exec("DELETE FROM ratings; DELETE FROM applications WHERE number LIKE '99-2026-%'");
  const columns = db.prepare('SELECT name FROM pragma_table_info(?)').all('applications');
  const names = columns.map(({ name }) => String(name)).filter((name) => name !== 'number');
  const copy = db.prepare(
    `INSERT INTO applications (number, ${names.join()}) SELECT ?, ${names.join()} FROM applications WHERE number = ?`,
  );
  for (let i = 0; i < count; i++) {
    const application = `99-2026-${String(i).padStart(6, '0')}`;
    copy.run(application, number);
    const marks = CRITERIA.flatMap((name, j) => {
      const isAnswered = isSparse ? i % CRITERIA.length === j : i < 5 || (i + j) % 4;
      return isAnswered ? [[name, ((i * 7 + j * 3) % 5) + 1]] : [];
    });
    insertRow(db, 'ratings', {
      application,
      marks: JSON.stringify(Object.fromEntries(marks)),
      ratedAt: '2026-11-20T05:00:00.000Z',
    });
  }
}
