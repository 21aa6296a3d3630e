import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { readUpload } from '../../api-mocks/files/upload-files.ts';
import { startSandbox, type RunningSandbox } from '../../api-mocks/server.ts';
import { servePage, type ServedPage } from './crash-sites.ts';
import { CuttingProxy, type Line } from './cutting-proxy.ts';
import * as inPage from './form-in-page.ts';
import { ANSWERS, FILE_QUESTIONS, FILE_STEP, FORM_HTML, controlOf, fileInput } from './kindergarten-form.ts';
import { startBrowser, type ProfileBrowser } from './profile-browser.ts';

/** An application form in a browser, whose portal stands behind a line. */
export class FormOnLine {
  readonly folder: string;
  readonly proxy: CuttingProxy;
  readonly #served: ServedPage;
  #portal: RunningSandbox;
  #browser: ProfileBrowser | undefined;

  private constructor(folder: string, served: ServedPage, [portal, proxy]: [RunningSandbox, CuttingProxy]) {
    this.folder = folder;
    this.#served = served;
    this.#portal = portal;
    this.proxy = proxy;
  }

  /** Builds and starts all of it. Each question for files takes nine of them. */
  static async start(line?: Line): Promise<FormOnLine> {
    const folder = mkdtempSync(join(tmpdir(), 'okno-'));
    const served = await servePage(FORM_HTML, folder);
    const widgets = join(folder, 'sites/widgets');
    const portal = await startPortal(folder, served);
    const proxy = await CuttingProxy.start(Number(new URL(portal.url).port), line);
    change(join(widgets, 'okno.json'), (text) => text.replaceAll(served.sites.sandbox.url, proxy.url));
    change(join(widgets, 'forms/detskiy-sad.json'), (text) =>
      text.replaceAll(/"maxCount":\d/g, '"maxCount":9'),
    );
    return new FormOnLine(folder, served, [portal, proxy]);
  }

  get profile(): string {
    return join(this.folder, 'profile');
  }

  get page(): ProfileBrowser['page'] {
    if (!this.#browser) throw new Error('The browser does not run');
    return this.#browser.page;
  }

  /** Starts the browser, or starts it again with the same profile, and opens the form. */
  async open(): Promise<void> {
    this.#browser = await startBrowser('chromium', this.profile);
    await this.reload();
  }

  /** Opens the page anew. */
  async reload(): Promise<void> {
    await this.page.goto(this.#served.url);
    while (!(await this.page.evaluate(inPage.readForm)).isReady) await sleep(50);
  }

  /** Goes to the step that asks for files. */
  async openFileStep(): Promise<void> {
    await this.page.evaluate(inPage.giveAnswers, ANSWERS);
    for (let step = 0; step < FILE_STEP;) step = await this.page.evaluate(inPage.pressStep, true);
  }

  /** Chooses files on the step that asks for them, and leaves it. */
  async chooseFiles(...paths: string[]): Promise<void> {
    const { page } = this;
    await this.openFileStep();
    for (const [i, question] of FILE_QUESTIONS.entries()) {
      const some = paths.filter((_, at) => at % FILE_QUESTIONS.length === i);
      if (some.length) await (await page.$(fileInput(question)))?.uploadFile(...some);
      while ((await page.evaluate(inPage.shownFiles, controlOf(question))) < some.length) await sleep(20);
    }
    await page.evaluate(inPage.pressStep, true);
  }

  /** Kills the browser, and starts it again. */
  async killBrowser(): Promise<void> {
    await this.#browser?.kill();
    await this.open();
  }

  /** Stops the portal, and starts it again at the same port. */
  async restartPortal(): Promise<void> {
    const { port } = new URL(this.#portal.url);
    await this.#portal.close();
    await sleep(500);
    this.#portal = await startPortal(this.folder, this.#served, Number(port));
  }

  /** Bytes that the portal has of all uploads, and the ids of those that are complete. */
  received(): { bytes: number; complete: string[] } {
    const rows = this.#portal.context.db.prepare('SELECT id, received, state FROM uploads').all();
    return {
      bytes: rows.reduce((sum, { received }) => sum + Number(received), 0),
      complete: rows.flatMap(({ id, state }) => (state === 'clean' ? [String(id)] : [])),
    };
  }

  /** The bytes of an upload. */
  read(id: string): Promise<Buffer> {
    return readUpload(this.#portal.context, id);
  }

  async stop(): Promise<void> {
    await this.#browser?.kill();
    await this.proxy.close();
    await this.#portal.close();
    await this.#served.sites.close();
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

const startPortal = (folder: string, { url }: ServedPage, port?: number) =>
  startSandbox({
    data: join(folder, 'sites/widgets'),
    db: join(folder, 'portal.sqlite'),
    origins: [new URL(url).origin],
    scanDelayMs: 0,
    requestsPerMinute: 1e9,
    ...(port !== undefined && { port }),
  });

/** Changes a file. The server has learned its length when it started: it must stay the same. */
function change(path: string, edit: (text: string) => string): void {
  writeFileSync(path, edit(readFileSync(path, 'utf8')));
}
