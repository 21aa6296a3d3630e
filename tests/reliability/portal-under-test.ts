import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { writePortalData } from '../../site/integrations/portal-data.ts';
import type { ApplicationInput } from '../../widgets/contract/applications/schemas.ts';
import type { FormDefinition } from '../../widgets/contract/forms/schemas.ts';

/** A message of the process: it listens, or how much memory it uses. */
export type PortalMessage = Listening | MemoryUse;
/** Memory of the process, in bytes. */
export interface MemoryUse {
  /** What the system has given it (RSS), before its garbage was collected. */
  rss: number;
  /** What lives in the heap of JavaScript after its garbage was collected. */
  heap: number;
}
/** The portal listens. */
export interface Listening {
  /** Its address, without a slash at the end. */
  url: string;
  /** Access tokens of the demonstration citizens by their ids. */
  tokens: Record<string, string>;
}
/** A command to the process. */
export interface PortalCommand {
  /** `memory`: say how much memory you use. `sessions`: sign the citizens in again. `start`: start, or restart. */
  command: 'memory' | 'sessions' | 'start';
}

/** Origin of the page from which tests send requests. */
export const MUNICIPALITY_ORIGIN = 'http://municipality.test';
/** Origins that the portal allows: the one above, and one with a Russian name. */
export const ALLOWED_ORIGINS = [MUNICIPALITY_ORIGIN, 'https://барнаул.рф'];

/** The form of one of the region's services, with two questions only, so that tests are short. */
const FORM: FormDefinition = {
  service: { slug: 'detskiy-sad', title: 'Постановка на учёт в детский сад', short: 'Детский сад' },
  agency: { slug: 'komitet', title: 'Комитет по образованию' },
  version: 'v1',
  answerPeriod: { value: 10, unit: 'workingDay' },
  steps: [
    {
      title: 'О ребёнке',
      fields: [
        { type: 'text', name: 'lastName', label: 'Фамилия', required: true, maxLength: 50, multiline: false },
        { type: 'file', name: 'document', label: 'Документ', required: false, maxCount: 5 },
      ],
    },
  ],
};

/** Flags of Node with which `npm run sandbox` starts the portal. */
const PORTAL_FLAGS = ['--max-semi-space-size=4'];

/** Writes the portal's data of the region into `folder/data`. */
export function writeTestPortalData(folder: string): void {
  const data = join(folder, 'data');
  mkdirSync(data, { recursive: true });
  writePortalData('content', data);
  writeFileSync(join(data, 'forms/detskiy-sad.json'), JSON.stringify(FORM));
}

/** Body of an application. The portal accepts it if the name has at most 50 letters. */
export const applicationOf = (lastName: string): ApplicationInput => ({
  service: FORM.service.slug,
  formVersion: FORM.version,
  answers: { lastName },
  consent: { version: '2026-11-21' },
});

/** A portal in a process of its own, seen from the test. */
export class PortalProcess {
  readonly #child: ChildProcess;
  #listening: Listening | undefined;

  /** Starts the process on a folder with data. The portal itself starts with `start`. */
  constructor(folder: string) {
    const main = fileURLToPath(new URL('portal-process.ts', import.meta.url));
    this.#child = fork(main, [folder], { execArgv: ['--expose-gc', ...PORTAL_FLAGS] });
  }

  /** Starts the portal, or restarts it at the same address. Rejects if the process ends instead. */
  async start(): Promise<void> {
    this.#listening = await this.#send('start', isListening);
  }

  /** Signs the citizens in again. */
  async signIn(): Promise<void> {
    this.#listening = await this.#send('sessions', isListening);
  }

  /** Address and tokens. Throws an `Error` before `start`. */
  get listening(): Listening {
    if (!this.#listening) throw new Error('The portal was not started');
    return this.#listening;
  }

  /** Memory of the process. Collects its garbage. */
  memory(): Promise<MemoryUse> {
    return this.#send('memory', (message) => 'rss' in message);
  }

  /** Kills the process as a power cut would: nothing is finished. */
  async kill(): Promise<void> {
    if (!this.#child.connected) return;
    const gone = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await gone;
  }

  /** Sends a command. Resolves with the first message that fits `isExpected`. */
  #send<T extends PortalMessage>(
    command: PortalCommand['command'],
    isExpected: (message: PortalMessage) => message is T,
  ): Promise<T> {
    const child = this.#child;
    return new Promise((resolve, reject) => {
      const listen = (message: unknown) => {
        if (!isExpected(message as PortalMessage)) return;
        stop();
        resolve(message as T);
      };
      const end = () => {
        stop();
        reject(new Error('The portal ended before it answered'));
      };
      const stop = () => child.off('message', listen).off('disconnect', end);
      child.on('message', listen).on('disconnect', end);
      if (child.connected) child.send({ command } satisfies PortalCommand);
      else end();
    });
  }
}

const isListening = (message: PortalMessage): message is Listening => 'url' in message;
