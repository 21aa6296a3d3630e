import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { addEvent } from '../../api-mocks/events/events.ts';
import { startSandbox, type RunningSandbox } from '../../api-mocks/server.ts';
import { requireDemoCitizen } from '../../api-mocks/sign-in/citizens.ts';
import { runTransaction } from '../../api-mocks/store/database.ts';
import { CuttingProxy } from './cutting-proxy.ts';
import { MUNICIPALITY_ORIGIN, writeTestPortalData } from './portal-under-test.ts';

/** Ways to cut a stream: at once, in the middle of an event, with the portal restarting. */
export const CUTS = ['at once', 'in an event', 'restart'] as const;

const CITIZEN = 'anna';
/** An event has about 150 bytes: a cut after fewer is in the middle of one. */
const MAX_BYTES = 400;

/** The sandbox portal behind a proxy, with a citizen who listens to her events. */
export class StreamPortal {
  readonly #folder = mkdtempSync(join(tmpdir(), 'okno-'));
  #portal: RunningSandbox | undefined;
  #proxy: CuttingProxy | undefined;
  #port = 0;
  /** Of the citizen who listens. */
  token = '';

  async start(): Promise<void> {
    writeTestPortalData(this.#folder);
    await this.#startPortal();
    const { sessions, wallNow } = this.portal.context;
    this.token = sessions.signInWithoutWindow(requireDemoCitizen(CITIZEN), wallNow().getTime());
    this.#proxy = await CuttingProxy.start(this.#port);
  }

  get portal(): RunningSandbox {
    if (!this.#portal) throw new Error('The portal does not run');
    return this.#portal;
  }

  get url(): string {
    return this.#proxy?.url ?? '';
  }

  /** Something changes for the citizen. */
  update(number: number): void {
    const { context } = this.portal;
    runTransaction(context.db, () => {
      const event = {
        citizen: CITIZEN,
        kind: 'applicationChanged',
        subject: String(number),
        notice: null,
      } as const;
      addEvent(context, event);
    });
  }

  async cut(how: (typeof CUTS)[number], random: () => number): Promise<void> {
    if (how === 'restart') {
      await this.portal.close();
      await this.#startPortal();
    } else this.#proxy?.cutAfter(how === 'at once' ? 0 : 1 + Math.floor(random() * MAX_BYTES));
  }

  async stop(): Promise<void> {
    await this.#proxy?.close();
    await this.portal.close();
    rmSync(this.#folder, { recursive: true });
  }

  async #startPortal(): Promise<void> {
    this.#portal = await startSandbox({
      data: join(this.#folder, 'data'),
      db: join(this.#folder, 'sandbox.sqlite'),
      origins: [MUNICIPALITY_ORIGIN],
      port: this.#port,
      requestsPerMinute: 1e9,
    });
    this.#port = Number(new URL(this.#portal.url).port);
  }
}
