import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { writePortalData } from '../../site/integrations/portal-data.ts';
import type { ApplicationInput } from '../../widgets/contract/applications/schemas.ts';
import type { FormDefinition } from '../../widgets/contract/forms/schemas.ts';

/** What the process says: that it listens, or how much memory it holds, in bytes. */
export type PortalMessage = Listening | { memory: number };
export interface Listening {
  /** Without a slash at the end. */
  url: string;
  /** Access tokens of the demonstration citizens by their ids. */
  tokens: Record<string, string>;
}
export interface PortalCommand {
  command: 'memory' | 'sessions' | 'start';
}

/** The pages that the portal lets in: `PAGE`, and one with a Russian name. */
export const MUNICIPALITY_ORIGIN = 'http://municipality.test';
export const ALLOWED_ORIGINS = [MUNICIPALITY_ORIGIN, 'https://барнаул.рф'];

/** One of the region's services with few questions, so that tests need not answer many. */
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

/** Puts what the portal knows of the region into a new folder, for a portal to start on. */
export function writeTestPortalData(folder: string): void {
  const data = join(folder, 'data');
  mkdirSync(data, { recursive: true });
  writePortalData('content', data);
  writeFileSync(join(data, 'forms/detskiy-sad.json'), JSON.stringify(FORM));
}

/** An application that the portal takes when the name is not longer than 50 letters. */
export const applicationOf = (lastName: string): ApplicationInput => ({
  service: FORM.service.slug,
  formVersion: FORM.version,
  answers: { lastName },
  consent: { version: '1' },
});

/** A portal in a process of its own. */
export class PortalProcess {
  readonly #child: ChildProcess;
  #now: Listening | undefined;

  /** Brings the process up on a folder that was prepared; it waits for `start`. */
  constructor(folder: string) {
    const main = fileURLToPath(new URL('portal-process.ts', import.meta.url));
    this.#child = fork(main, [folder], { execArgv: [] });
  }

  /** Begins to listen. When it listens already: closes all and begins again, at the same address. Rejects when it cannot. */
  async start(): Promise<void> {
    this.#now = await this.#answer('start', isListening);
  }

  /** Signs the citizens in anew. */
  async signIn(): Promise<void> {
    this.#now = await this.#answer('sessions', isListening);
  }

  /** Where it listens. */
  get listening(): Listening {
    if (!this.#now) throw new Error('The portal was not started');
    return this.#now;
  }

  /** Bytes that the process holds (RSS). */
  async memory(): Promise<number> {
    return (await this.#answer('memory', (message) => 'memory' in message)).memory;
  }

  /** Ends it as a power cut would end the process: nothing is finished. */
  async kill(): Promise<void> {
    if (!this.#child.connected) return;
    const gone = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await gone;
  }

  #answer<T extends PortalMessage>(
    ask: PortalCommand['command'],
    is: (message: PortalMessage) => message is T,
  ): Promise<T> {
    const child = this.#child;
    return new Promise((resolve, reject) => {
      const listen = (message: unknown) => {
        if (!is(message as PortalMessage)) return;
        stop();
        resolve(message as T);
      };
      const end = () => {
        stop();
        reject(new Error('The portal ended before it answered'));
      };
      const stop = () => child.off('message', listen).off('disconnect', end);
      child.on('message', listen).on('disconnect', end);
      if (child.connected) child.send({ command: ask } satisfies PortalCommand);
      else end();
    });
  }
}

const isListening = (message: PortalMessage): message is Listening => 'url' in message;
