import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

import type { SiteOrigins } from '../hosts/serve.ts';

/** The sandbox portal as a process of its own, which can be restarted with changed code or content. */
export class DevPortal {
  readonly #data: string;
  readonly #addresses: SiteOrigins;
  #process: ChildProcess | undefined;
  /** The last start; a restart waits for it. */
  #starting: Promise<void> = Promise.resolve();

  /** `data` is the folder for `catalogue.json`, `forms/` and whatever else portal and widgets know of the content. */
  constructor(data: string, addresses: SiteOrigins) {
    this.#data = data;
    this.#addresses = addresses;
    process.once('exit', () => this.#process?.kill());
  }

  /** Writes the portal's data anew from the content and starts the portal, in place of the one that runs. */
  start(): Promise<void> {
    this.#starting = this.#starting.then(() => this.#restart());
    return this.#starting;
  }

  async #restart(): Promise<void> {
    const { catalogue, portal, municipality } = this.#addresses;
    const writer = spawnNode('site/integrations/portal-data.ts', ['--out', this.#data]);
    const [code] = (await once(writer, 'exit')) as [number | null];
    // The reason is on the console by now. The portal goes on with what it has.
    if (code !== 0 && this.#process) return;
    if (this.#process?.exitCode === null) {
      this.#process.kill();
      await once(this.#process, 'exit');
    }
    this.#process = spawnNode('api-mocks/main.ts', [
      ...['--data', this.#data, '--db', '.okno/sandbox.sqlite', '--port', new URL(portal).port],
      ...['--origins', `${catalogue},${municipality}`, '--requests-per-minute', '100000'],
    ]);
    await Promise.race([hasPrinted(this.#process, 'Учебный портал'), once(this.#process, 'exit')]);
  }
}

/** Starts a script. Its mistakes go to the console; its log does not. */
const spawnNode = (script: string, args: string[]) =>
  spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });

/** Waits for a line that begins with these words. */
async function hasPrinted({ stdout }: ChildProcess, words: string): Promise<void> {
  if (stdout) for await (const line of createInterface(stdout)) if (line.startsWith(words)) break;
  // Nobody reads the log, and a pipe that is full would stop the portal.
  stdout?.resume();
}
