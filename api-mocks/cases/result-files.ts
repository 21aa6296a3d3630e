import { randomUUID } from 'node:crypto';

import * as v from 'valibot';

import { CaseFileSchema, type CaseFile } from '../../widgets/contract/messages/schemas.ts';
import { regionDay } from '../../widgets/deadlines/calendar.ts';
import type { Case } from './cases.ts';
import { insert } from '../store/database.ts';
import type { Desk } from '../workflow/desk.ts';
import { record } from './history.ts';
import { seal, unseal } from '../store/sealed.ts';
import { dayInWords } from '../words.ts';

const SealedSchema = v.object({ name: v.string(), content: v.string() });
const RowSchema = v.object({
  id: v.string(),
  application: v.string(),
  at: v.string(),
  sealed: v.instance(Uint8Array),
});

/** Puts the result of a case into it: a text, which says that it is for practice. Runs within a transaction. */
export function issueResult(desk: Desk, found: Case): void {
  const name = `Решение ${found.number}.txt`;
  const at = record(desk, found.number, { action: 'fileIssued', role: 'specialist', note: name });
  insert(desk.db, 'files', {
    id: randomUUID(),
    application: found.number,
    at,
    sealed: seal(desk.key, { name, content: resultOf(found, new Date(at)) }),
  });
}

const resultOf = ({ number, service, agency, submittedAt }: Case, decidedAt: Date) =>
  `УЧЕБНЫЙ ДОКУМЕНТ
Его сделал учебный портал. Юридической силы он не имеет.

Решение по заявлению № ${number}

Услуга:    ${service.title}
Ведомство: ${agency.title}
Подано:    ${dayInWords(regionDay(new Date(submittedAt)))}
Решение:   услуга оказана ${dayInWords(regionDay(decidedAt))}
`;

/** Files of a case, oldest first, each with its bytes. */
export const filesOf = (
  { db, key }: Desk,
  number: string,
): { file: CaseFile; bytes: Uint8Array<ArrayBuffer> }[] =>
  db
    .prepare('SELECT * FROM files WHERE application = ? ORDER BY rowid')
    .all(number)
    .map((row) => {
      const { id, at, sealed } = v.parse(RowSchema, row);
      const { name, content } = v.parse(SealedSchema, unseal(key, sealed));
      const bytes = new TextEncoder().encode(content);
      const file = v.parse(CaseFileSchema, {
        id,
        name,
        size: bytes.length,
        type: 'text/plain',
        issuedAt: at,
      });
      return { file, bytes };
    });
