import { siteOriginsFrom, servePortal } from '../hosts/serve.ts';
import { offerVisit } from '../../api-mocks/appointments/visit-offers.ts';
import { findCase } from '../../api-mocks/cases/cases.ts';
import type { EventContext } from '../../api-mocks/events/events.ts';
import { readOutbox } from '../../api-mocks/events/outbox.ts';
import { issueInvoice } from '../../api-mocks/payments/invoices.ts';
import { moveCaseTo, type OfficialMoveInput } from '../../api-mocks/workflow/officials.ts';
import { contextFromDatabase } from '../../api-mocks/workflow/database-context.ts';
import { openDatabase } from '../../api-mocks/store/database.ts';
import type { RunningSandbox } from '../../api-mocks/server.ts';
import { generateRatings } from '../generate-ratings.ts';
import '../contract/recorder.ts';

/** Where the catalogue of the journeys is built. */
export const JOURNEY_FOLDER = '.okno/journeys';
/** The database of their sandbox portal. */
export const JOURNEY_DATABASE = '.okno/journeys-portal/sandbox.sqlite';
/** The addresses of their sites: other ports than those of `npm start`, which may be running. */
export const JOURNEY_ORIGINS = siteOriginsFrom(4421);

/** One portal for all journeys of this process. */
let running: RunningSandbox | undefined;

/** Does what an official does, beside the running portal. */
function inDatabase<T>(work: (context: EventContext) => T): T {
  const database = openDatabase(JOURNEY_DATABASE);
  try {
    return work(contextFromDatabase(database, new Date()));
  } finally {
    database.close();
  }
}

/** The sandbox portal of the journeys: they stop it and start it again, and act as its officials. */
export const journeySandbox = {
  async start(): Promise<void> {
    running ??= await servePortal(JOURNEY_FOLDER, JOURNEY_DATABASE, JOURNEY_ORIGINS);
  },
  async stop(): Promise<void> {
    await running?.close();
    running = undefined;
  },
  /** Moves a case on, as `npm run sandbox:move` does. */
  moveCase(number: string, move: OfficialMoveInput): void {
    inDatabase((context) => moveCaseTo(context, number, move));
  },
  /** Issues an invoice, as an official does. */
  issueInvoice(number: string): void {
    inDatabase((context) => {
      issueInvoice(context, number, { purpose: 'Государственная пошлина', amount: 35_000 });
    });
  },
  /** Lets so many others have rated the service of a case. */
  generateRatings(number: string, count: number): void {
    inDatabase(({ db }) => {
      generateRatings(db, number, { count });
    });
  },
  /** Offers times for a visit, as an official does. */
  offerVisit(number: string, purpose: string): void {
    inDatabase((context) => {
      const kase = findCase(context.db, number);
      if (kase) offerVisit(context, kase, { purpose, bring: ['Паспорт'] });
    });
  },
  /** The texts of all letters and SMS that the portal has sent, the newest first. */
  outbox: (): string[] => inDatabase((context) => readOutbox(context).map(({ text }) => text)),
  /** How many applications are in the database file. */
  countApplications(): number {
    const database = openDatabase(JOURNEY_DATABASE);
    const row = database.prepare('SELECT count(*) AS count FROM applications').get();
    database.close();
    return Number(row?.['count']);
  },
};
