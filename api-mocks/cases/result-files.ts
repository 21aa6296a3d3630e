import { randomUUID } from 'node:crypto';

import * as v from 'valibot';

import type { AgencyContact } from '../../widgets/contract/forms/schemas.ts';
import {
  CaseFileSchema,
  type CaseFile,
  type FileSignature,
} from '../../widgets/contract/messages/schemas.ts';
import { regionDay } from '../../widgets/deadlines/calendar.ts';
import type { ClockContext } from '../store/clock.ts';
import { insertRow, type DatabaseContext } from '../store/database.ts';
import type { RegionDataContext } from '../store/portal-data.ts';
import { dateInWords } from '../store/region-clock.ts';
import { seal, unseal, type KeyContext } from '../store/sealing.ts';
import type { Case } from './cases.ts';
import { addHistoryEntry } from './history.ts';
import { writePdf } from './pdf.ts';

/** What `sealed` of a row holds. */
const SealedSchema = v.object({
  name: v.string(),
  /** The text of the file. */
  content: v.string(),
  /** Files of the first versions are plain text. */
  type: v.optional(v.picklist(['text/plain', 'application/pdf']), 'text/plain'),
});
const RowSchema = v.object({
  id: v.string(),
  application: v.string(),
  at: v.string(),
  sealed: v.instance(Uint8Array),
});

/** Adds the result to a case: a PDF, which says that it is for practice. Runs within a transaction. */
export function issueResult(
  context: DatabaseContext & KeyContext & ClockContext & RegionDataContext,
  kase: Case,
): void {
  const { db, key, data } = context;
  const name = `Решение ${kase.number}.pdf`;
  const at = addHistoryEntry(context, kase.number, { action: 'fileIssued', role: 'specialist', note: name });
  const dayOf = (instant: string) => dateInWords(regionDay(new Date(instant), data.region.timeZone));
  insertRow(db, 'files', {
    id: randomUUID(),
    application: kase.number,
    at,
    sealed: seal(key, {
      name,
      content: resultText(kase, dayOf(kase.submittedAt), dayOf(at)),
      type: 'application/pdf',
    }),
  });
}

/** The text of the file. Both days are in words: «21 ноября 2026 г.». */
const resultText = ({ number, service, agency }: Case, submittedOn: string, decidedOn: string) =>
  `УЧЕБНЫЙ ДОКУМЕНТ
Его сделал учебный портал. Юридической силы он не имеет.

Решение по заявлению № ${number}

Услуга:    ${service.title}
Ведомство: ${agency.title}
Подано:    ${submittedOn}
Решение:   услуга оказана ${decidedOn}
`;

/** A file as the applicant sees it in a list, and its bytes. */
export interface ResultFile {
  file: CaseFile;
  bytes: Uint8Array<ArrayBuffer>;
}

/** The result files of a case, oldest first, without their contents. */
export const resultFilesOf = ({ db, key }: DatabaseContext & KeyContext, number: string): CaseFile[] =>
  db
    .prepare('SELECT * FROM files WHERE application = ? ORDER BY rowid')
    .all(number)
    .map((row) => unsealFile(key, row).file);

/** Reads one result file with its bytes. Gives `undefined` if the case has none with this id. */
export function readResultFile(
  { db, key }: DatabaseContext & KeyContext,
  number: string,
  id: string,
): ResultFile | undefined {
  const row = db.prepare('SELECT * FROM files WHERE application = ? AND id = ?').get(number, id);
  return row && unsealFile(key, row);
}

/** Invents the check of a file's signature: the agency of the case has signed each PDF, and no text. */
export const checkSignature = (
  { type }: CaseFile,
  { title }: AgencyContact,
): Omit<FileSignature, 'checkedAt'> => ({
  ...(type === 'application/pdf'
    ? { valid: true, signer: title }
    : { valid: false, reason: 'В файле нет подписи.' }),
  note: 'Ответ выдуман: это учебный портал.',
});

/** Turns a row into the file and its bytes, decrypted. */
function unsealFile(key: Uint8Array, row: unknown): ResultFile {
  const { id, at, sealed } = v.parse(RowSchema, row);
  const { name, content, type } = v.parse(SealedSchema, unseal(key, sealed));
  const bytes = type === 'application/pdf' ? writePdf(name, content) : new TextEncoder().encode(content);
  const file = v.parse(CaseFileSchema, { id, name, size: bytes.length, type, issuedAt: at });
  return { file, bytes };
}
