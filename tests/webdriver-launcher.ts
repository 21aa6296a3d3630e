// Longer than other modules: one launcher, from its display to its keys.
import { spawn, type ChildProcess } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';

/** Keys by their W3C WebDriver code points. https://www.w3.org/TR/webdriver2/#keyboard-actions */
const KEYS: Record<string, string> = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Escape: '\uE00C',
  Space: ' ',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
};

interface Options {
  /** For the report. */
  name: string;
  /** Path of the driver's program; it takes `--port=`. */
  driver: string;
  capabilities: Record<string, unknown>;
}

/** A browser launcher for @web/test-runner over plain W3C WebDriver. Brings a display of its own (Xvfb) where there is none. */
export class WebDriverLauncher {
  /** For the report. */
  readonly name: string;
  /** Of the launcher, as the test runner asks it. */
  readonly type = 'webdriver';
  /** One page at a time: there is one window. */
  readonly concurrency = 1;
  readonly #options: Options;
  /** Addresses of the pages that are open, by the ids of their sessions. */
  readonly #active = new Map<string, string>();
  #processes: ChildProcess[] = [];
  #session: Promise<string> | undefined;

  constructor(options: Options) {
    this.name = options.name;
    this.#options = options;
  }

  async initialize(): Promise<void> {
    // Starts with the first session.
  }

  async startSession(id: string, url: string): Promise<void> {
    await this.#call('POST', '/url', { url });
    this.#active.set(id, url);
  }

  isActive(id: string): boolean {
    return this.#active.has(id);
  }

  getBrowserUrl(id: string): string | undefined {
    return this.#active.get(id);
  }

  async stopSession(id: string): Promise<{ testCoverage: undefined }> {
    this.#active.delete(id);
    await this.#call('POST', '/url', { url: 'about:blank' });
    return { testCoverage: undefined };
  }

  async stop(): Promise<void> {
    const session = await this.#session?.catch(() => undefined);
    // A page that hangs does not let its session end.
    const signal = AbortSignal.timeout(5000);
    if (session !== undefined) await fetch(session, { method: 'DELETE', signal }).catch(() => undefined);
    for (const { pid } of this.#processes) if (pid !== undefined) killGroup(pid);
  }

  async startDebugSession(): Promise<never> {
    return Promise.reject(new Error('A session for debugging is not supported'));
  }

  /** Presses and releases keys one after the other: the `sendKeys` command of @web/test-runner-commands. */
  async sendKeys(_id: string, keys: string[]): Promise<void> {
    const actions = keys.flatMap((key) =>
      ['keyDown', 'keyUp'].map((type) => ({ type, value: KEYS[key] ?? key })),
    );
    await this.#call('POST', '/actions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
  }

  /** Moves the mouse to a point of the window: the `sendMouse` command, as are the next two. */
  async sendMouseMove(_id: string, x: number, y: number): Promise<void> {
    await this.#point({ type: 'pointerMove', x, y, duration: 0 });
  }

  async sendMouseDown(): Promise<void> {
    await this.#point({ type: 'pointerDown', button: 0 });
  }

  async sendMouseUp(): Promise<void> {
    await this.#point({ type: 'pointerUp', button: 0 });
  }

  async #point(action: object): Promise<void> {
    await this.#call('POST', '/actions', { actions: [{ type: 'pointer', id: 'mouse', actions: [action] }] });
  }

  /** Gives what an expression in the open page resolves to. Waits for it for a minute. */
  async evaluate(expression: string): Promise<unknown> {
    await this.#call('POST', '/timeouts', { script: 60_000 });
    const script = `const done = arguments[0]; Promise.resolve(${expression}).then(done, (error) => done(String(error)));`;
    return this.#call('POST', '/execute/async', { script, args: [] });
  }

  /** Sends a command to the one WebDriver session, and starts the driver before the first one. */
  async #call(method: string, path: string, body: unknown): Promise<unknown> {
    const session = await (this.#session ??= this.#start());
    return request(session, method, path, body);
  }

  /** Starts display and driver; gives the address of a new WebDriver session. Throws where the driver does not answer in 10 s. */
  async #start(): Promise<string> {
    const port = await freePort();
    const display = process.env['DISPLAY'] ?? (await this.#startDisplay());
    this.#processes.push(
      spawn(this.#options.driver, [`--port=${port}`], {
        env: { ...process.env, DISPLAY: display },
        stdio: 'ignore',
        detached: true,
      }),
    );
    const driver = `http://127.0.0.1:${port}`;
    for (let tries = 0; !(await fetch(`${driver}/status`).catch(() => undefined))?.ok; tries++) {
      if (tries > 100) throw new Error(`${this.#options.driver} did not start`);
      await sleep(100);
    }
    const created = await request(driver, 'POST', '/session', {
      capabilities: { alwaysMatch: this.#options.capabilities },
    });
    return `${driver}/session/${(created as { sessionId: string }).sessionId}`;
  }

  /** Starts a display; gives its name: `:99`. */
  async #startDisplay(): Promise<string> {
    const xvfb = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
      detached: true,
    });
    this.#processes.push(xvfb);
    const number = await new Promise((resolve, reject) => {
      (xvfb.stdio[3] as Readable).once('data', (data) => {
        resolve(String(data).trim());
      });
      xvfb.once('exit', () => {
        reject(new Error('Xvfb did not start'));
      });
    });
    return `:${String(number)}`;
  }
}

/** Ends a process that leads a group, and those that it has started: a page that hangs outlives its browser. */
function killGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

/** Sends a WebDriver command; gives its value. Throws what the driver says is wrong. */
async function request(base: string, method: string, path: string, body: unknown): Promise<unknown> {
  const response = await fetch(base + path, {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const { value } = (await response.json()) as { value: { error?: string; message?: string } | null };
  if (value?.error !== undefined) throw new Error(`${path}: ${value.error}: ${value.message ?? ''}`);
  return value;
}

/** A port that nobody listens at. */
export const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => {
        resolve(port);
      });
    });
  });
