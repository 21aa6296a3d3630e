/** What code uses of the tools in `tests/package.json`: types are checked and code is linted without them. */

declare module '@web/test-runner-commands' {
  export function executeServerCommand<Result>(command: string, payload: unknown): Promise<Result>;
  export function sendKeys(keys: { press: string }): Promise<void>;
  export function sendMouse(
    action: { type: 'move'; position: [x: number, y: number] } | { type: 'down' | 'up' },
  ): Promise<void>;
}

declare module 'colorjs.io' {
  export default class Color {
    /** A colour of CSS. */
    constructor(css: string);
    /** The contrast with a text in this colour. */
    contrast(text: Color, algorithm: 'APCA'): number;
  }
}

declare module '@sparticuz/chromium' {
  const chromium: {
    /** Unpacks Chromium, and gives its path. */
    executablePath(): Promise<string>;
  };
  export default chromium;
}

declare module '@web/test-runner-chrome' {
  import type { ChildProcess } from 'node:child_process';

  interface PuppeteerFileInput {
    uploadFile(...paths: string[]): Promise<void>;
  }
  interface PuppeteerPage {
    setViewport(size: { width: number; height: number }): Promise<void>;
    goto(url: string): Promise<unknown>;
    url(): string;
    /** Runs an expression, or a function that needs nothing around it, in the page. */
    evaluate(expression: string): Promise<unknown>;
    evaluate<Args extends unknown[], Result>(
      run: (...args: Args) => Result,
      ...args: Args
    ): Promise<Awaited<Result>>;
    /** Runs a function in each page before its own scripts. */
    evaluateOnNewDocument(run: () => void): Promise<unknown>;
    /** `>>>` in a selector looks into shadow roots. */
    $(selector: string): Promise<PuppeteerFileInput | null>;
    keyboard: { sendCharacter(character: string): Promise<void> };
    on(event: 'console', listen: (message: { text(): string }) => void): void;
    on(event: 'request', listen: (request: { url(): string }) => void): void;
  }
  interface PuppeteerContext {
    newPage(): Promise<PuppeteerPage>;
    close(): Promise<void>;
  }
  interface PuppeteerBrowser extends PuppeteerContext {
    createBrowserContext(): Promise<PuppeteerContext>;
    pages(): Promise<PuppeteerPage[]>;
    /** The browser goes on. */
    disconnect(): Promise<void>;
    /** It leads a group, to which all processes of the browser belong. */
    process(): ChildProcess | null;
  }
  /** The test runner's own Puppeteer. */
  export const puppeteerCore: {
    launch(options: {
      browser: 'chrome' | 'firefox';
      executablePath: string;
      args?: string[];
      userDataDir?: string;
      extraPrefsFirefox?: Record<string, boolean>;
    }): Promise<PuppeteerBrowser>;
    connect(options: {
      browserWSEndpoint: string;
      protocol: 'cdp' | 'webDriverBiDi';
      /** `null`: windows keep their size. */
      defaultViewport?: null;
    }): Promise<PuppeteerBrowser>;
  };
}
