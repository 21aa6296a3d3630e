/** What code uses of the tools in `tests/package.json`: types are checked and code is linted without them. */

declare module '@web/test-runner-commands' {
  export function executeServerCommand<Result>(command: string, payload: unknown): Promise<Result>;
  export function sendKeys(keys: { press: string }): Promise<void>;
}

declare module '@sparticuz/chromium' {
  const chromium: {
    /** Unpacks Chromium, and gives its path. */
    executablePath(): Promise<string>;
  };
  export default chromium;
}

declare module '@web/test-runner-chrome' {
  interface PuppeteerPage {
    setViewport(size: { width: number; height: number }): Promise<void>;
    goto(url: string): Promise<unknown>;
    /** Runs an expression in the page. */
    evaluate(expression: string): Promise<unknown>;
  }
  interface PuppeteerContext {
    newPage(): Promise<PuppeteerPage>;
    close(): Promise<void>;
  }
  /** The test runner's own Puppeteer. */
  export const puppeteerCore: {
    launch(options: { browser: 'firefox'; executablePath: string }): Promise<{
      createBrowserContext(): Promise<PuppeteerContext>;
      close(): Promise<void>;
    }>;
  };
}
