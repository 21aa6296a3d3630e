// Longer than others: all commands of the portal stand in one place.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import * as v from 'valibot';

import { answerComplaint, startComplaintReview } from '../api-mocks/workflow/complaint-answers.ts';
import { moveCaseTo, type OfficialMoveInput } from '../api-mocks/workflow/officials.ts';
import { contextFromDatabase } from '../api-mocks/workflow/database-context.ts';
import { offerVisit } from '../api-mocks/appointments/visit-offers.ts';
import { findCase } from '../api-mocks/cases/cases.ts';
import { readOutbox } from '../api-mocks/events/outbox.ts';
import { issueInvoice } from '../api-mocks/payments/invoices.ts';
import { openDatabase } from '../api-mocks/store/database.ts';
import { requireDemoCitizen } from '../api-mocks/sign-in/citizens.ts';
import type { FaultInput } from '../api-mocks/http/faults.ts';
import { startSandbox } from '../api-mocks/server.ts';
import { writePortalData } from '../site/integrations/portal-data.ts';
import { CatalogueSchema, FormDefinitionSchema } from '../widgets/contract/forms/schemas.ts';
import { INSTANT_KINDS } from '../widgets/contract/instant/kinds.ts';
import { regionDay } from '../widgets/deadlines/calendar.ts';
import { importAddresses } from '../widgets/addresses/build/import.ts';
import { makeGarAddresses } from './gar-addresses.ts';
import { formsOfFields } from './gallery/forms-of-fields.ts';
import { readStoredApplication } from './hosts/stored-application.ts';
import { generateRatings } from './generate-ratings.ts';
import './contract/recorder.ts';

/** What a test asks of the sandbox portal: the work of officials, or a breakdown. */
export type SandboxCommand =
  /** An official moves a case on. */
  | { command: 'move'; number: string; move: OfficialMoveInput }
  /** The portal's process ends; `start` starts it again at the same port, with the same database. */
  | { command: 'stop' }
  | { command: 'start' }
  /** Gives the number of applications in the database. */
  | { command: 'count' }
  /** Gives what the portal has stored of an application, as JSON (`readStoredApplication`). */
  | { command: 'stored'; number: string }
  /** A demo citizen, Anna unless said, signs in for a page of this origin, which has this key. Gives the code that the portal sends her back with. */
  | { command: 'sign-in'; origin: string; thumbprint: string; citizen?: string }
  /** Removes all answers of instant services, as retention does after a time. */
  | { command: 'forget-answers' }
  /** Ends all sessions of citizens, as an administrator does it: every token is refused from now on. */
  | { command: 'end-sessions' }
  /** So many citizens have rated the service of a case, each question with the mark that its place and theirs say. */
  | { command: 'rate'; number: string; count: number; isSparse?: boolean }
  /** An official issues an invoice of 350 roubles. */
  | { command: 'invoice'; number: string }
  /** An official offers times for a visit; `text` says why to come. */
  | { command: 'offer-visit'; number: string; text: string }
  /** Gives the texts of all letters and SMS that the portal has sent, the newest first. */
  | { command: 'outbox' }
  /** The agency, or later the controlling body, takes a complaint up, or answers it. */
  | { command: 'complaint'; number: string; act: 'review' | 'answer' }
  /** Today is a day off for the portal, or a working day. */
  | { command: 'day-off'; isOff: boolean }
  /** Replaces all faults of the portal by this one; without one the portal works again. */
  | { command: 'fault'; fault?: FaultInput };

/** How a test portal differs from the usual one. */
export interface TestPortalOptions {
  /** Origins of the pages. */
  origins: readonly string[];
  /** The clock of officials; the real time without it. */
  now?: () => Date;
}

/**
 * Starts the sandbox portal for browser tests, and writes into `folder` what a real site has beside `okno.js`: `okno.json`, forms,
 * catalogue and address index. Gives `act`, which runs a command, and `serve`, which answers below `/okno-test/`.
 */
export async function startTestPortal(
  folder: string,
  { origins, now = () => new Date() }: TestPortalOptions,
) {
  const data = join(folder, 'data');
  const db = join(folder, 'sandbox.sqlite');
  mkdirSync(data, { recursive: true });
  writePortalData('content', data);
  await importAddresses({ from: 'content/addresses', out: join(data, 'addresses') });
  await makeGarAddresses(folder, join(data, 'gar-addresses'));
  writeForms(data);
  // All browsers come from one address.
  const settings = { data, db, origins, now, requestsPerMinute: 1e6 };
  let sandbox = await startSandbox(settings);
  const port = Number(new URL(sandbox.url).port);
  writeFileSync(
    join(data, 'okno.json'),
    JSON.stringify({
      portal: sandbox.url,
      region: { code: '22', timeZone: 'Asia/Barnaul' },
      contact: { phone: '8 800 100-70-10' },
      consent: { version: '2026-11-21' },
      instant: Object.fromEntries(INSTANT_KINDS.map((kind) => [kind.toLowerCase(), kind])),
    }),
  );

  async function runCommand(what: SandboxCommand): Promise<number | string | string[] | undefined> {
    switch (what.command) {
      case 'stop':
        await sandbox.close();
        return 0;
      case 'start':
        sandbox = await startSandbox({ ...settings, port });
        return 0;
      case 'fault': {
        const { faults } = sandbox.context;
        faults.clear();
        if (what.fault) faults.add(what.fault);
        return 0;
      }
      case 'invoice':
        issueInvoice(sandbox.context, what.number, { purpose: 'Государственная пошлина', amount: 35_000 });
        return 0;
      case 'offer-visit': {
        const kase = findCase(sandbox.context.db, what.number);
        if (kase) offerVisit(sandbox.context, kase, { purpose: what.text, bring: ['Паспорт'] });
        return 0;
      }
      case 'complaint': {
        const { context } = sandbox;
        if (what.act === 'review') startComplaintReview(context, what.number);
        else answerComplaint(context, what.number, { satisfied: false, text: 'Срок не нарушен.' });
        return 0;
      }
      case 'day-off': {
        const { data } = sandbox.context;
        const today = regionDay(now(), data.region.timeZone);
        const rule = what.isOff
          ? { daysOff: [today], workingDays: [] }
          : { daysOff: [], workingDays: [today] };
        data.calendar = { ...data.calendar, [today.slice(0, 4)]: rule };
        return 0;
      }
      case 'rate':
        generateRatings(sandbox.context.db, what.number, what);
        return 0;
      case 'outbox':
        return readOutbox(sandbox.context).map(({ text }) => text);
      case 'stored':
        return readStoredApplication(sandbox, what.number);
      case 'sign-in': {
        const { sessions, wallNow } = sandbox.context;
        const at = wallNow().getTime();
        const { session } = sessions.beginSession(requireDemoCitizen(what.citizen ?? 'anna'), at);
        return sessions.issueCode(session, { origin: what.origin, thumbprint: what.thumbprint }, at);
      }
      case 'forget-answers':
        sandbox.context.db.exec('DELETE FROM instantRequests');
        return 0;
      case 'end-sessions':
        sandbox.context.db.exec('DELETE FROM sessions');
        return 0;
      case 'move':
      case 'count': {
        const database = openDatabase(db);
        try {
          if (what.command === 'move')
            return moveCaseTo(contextFromDatabase(database, now()), what.number, what.move);
          const row = database.prepare('SELECT count(*) AS count FROM applications').get();
          return Number(row?.['count']);
        } finally {
          database.close();
        }
      }
    }
  }

  /** The body of a file below `/okno-test/`, for the `serve` hook of @web/test-runner. */
  function serveFile(path: string): { body: string | Buffer; type: string } | undefined {
    const file = join(data, path.replace(/^\/okno-test\//, ''));
    if (!path.startsWith('/okno-test/') || !existsSync(file)) return undefined;
    return file.endsWith('.json')
      ? { body: readFileSync(file, 'utf8'), type: 'application/json' }
      : { body: readFileSync(file), type: 'application/octet-stream' };
  }
  return { act: runCommand, serve: serveFile };
}

/**
 * Two forms of detskiy-sad beside the real one. `lax-forms/`: any text is an e-mail address, so that only the portal finds the
 * mistake. `old-forms/`: the version that the region had before. Besides, `field-forms/` with a form for each kind of field, and
 * `old-catalogue.json` with an agency that the portal does not know.
 */
function writeForms(data: string): void {
  const form = v.parse(
    FormDefinitionSchema,
    JSON.parse(readFileSync(join(data, 'forms/detskiy-sad.json'), 'utf8')),
  );
  const steps = form.steps.map((step) => ({
    ...step,
    fields: step.fields.map((field) =>
      field.type === 'email' ? { ...field, type: 'text', maxLength: 50 } : field,
    ),
  }));
  const forms = { 'lax-forms': { ...form, steps }, 'old-forms': { ...form, version: 'old' } };
  const write = (folder: string, name: string, content: object) => {
    mkdirSync(join(data, folder), { recursive: true });
    writeFileSync(join(data, folder, `${name}.json`), JSON.stringify(content));
  };
  for (const [folder, content] of Object.entries(forms)) write(folder, 'detskiy-sad', content);
  for (const [name, content] of Object.entries(formsOfFields(form))) write('field-forms', name, content);
  const catalogue = v.parse(CatalogueSchema, JSON.parse(readFileSync(join(data, 'catalogue.json'), 'utf8')));
  const agencies = [...catalogue.agencies, { slug: 'uprazdnyon', title: 'Комитет, которого больше нет' }];
  write('', 'old-catalogue', { ...catalogue, agencies });
}
