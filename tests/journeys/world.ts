import { addressesFrom, servePortal } from '../hosts/serve.ts';
import { moveCaseTo, type Order } from '../../api-mocks/workflow/officials.ts';
import { contextFromDatabase } from '../../api-mocks/workflow/other-process.ts';
import { openDatabase } from '../../api-mocks/store/database.ts';
import type { RunningSandbox } from '../../api-mocks/server.ts';
import '../contract/recorder.ts';

export const FOLDER = '.okno/journeys';
export const DATABASE = '.okno/journeys.sqlite';
/** The addresses of the journeys: `npm start` may be running beside them. */
export const JOURNEY = addressesFrom(4421);

let running: RunningSandbox | undefined;

/** The sandbox portal, which journeys stop and start again, and whose officials they play. */
export const sandbox = {
  async start(): Promise<void> {
    running ??= await servePortal(FOLDER, DATABASE, JOURNEY);
  },
  async stop(): Promise<void> {
    await running?.close();
    running = undefined;
  },
  /** Moves a case on, as `npm run sandbox:move` does. */
  move(number: string, how: Order): void {
    const database = openDatabase(DATABASE);
    moveCaseTo(contextFromDatabase(database, new Date()), number, how);
    database.close();
  },
  /** How many applications are in the database file. */
  count(): number {
    const database = openDatabase(DATABASE);
    const row = database.prepare('SELECT count(*) AS count FROM applications').get();
    database.close();
    return Number(row?.['count']);
  },
};
