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
