// Longer than other modules: one desktop, program after program.
/** A desktop without a screen, on which a browser and the Orca screen reader run as a blind citizen has them. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';

import { inPath } from '../browsers.ts';
import { attachFile } from './attach-file.ts';

/** Browsers, by their programs. */
export const SPOKEN_BROWSERS = ['firefox-esr', 'chromium'] as const;
/** One of them. */
export type SpokenBrowser = (typeof SPOKEN_BROWSERS)[number];

/** The programs without which nobody can listen, and what `apt-get install` calls them. */
const PROGRAMS = {
  orca: 'orca',
  Xvfb: 'xvfb',
  openbox: 'openbox',
  xdotool: 'xdotool',
  'dbus-daemon': 'dbus-x11',
};
const AT_SPI = '/usr/libexec/at-spi-bus-launcher';
/** Milliseconds that Orca takes to be ready. */
const STARTING = 4000;
/** Milliseconds that a change of the keyboard takes. Letters of another one than the present are lost or doubled now and then. */
const SWITCHING = 400;

/** The Debian packages that are missing here. */
export const missingPackages = (): string[] =>
  Object.entries(PROGRAMS).flatMap(([program, name]) => (inPath(program) ? [] : [name]));

/** Has Orca write each sentence into a file at once, and speak to no synthesizer: nothing is late then, and nothing is cut short. */
const CUSTOMIZATIONS = (log: string) => `
import logging, orca.settings
handler = logging.FileHandler(${JSON.stringify(log)})
handler.setFormatter(type('OneLine', (logging.Formatter,), {'format': lambda self, record: record.getMessage().replace(chr(10), ' ')})())
logging.getLogger('speech').addHandler(handler)
orca.settings.speechServerFactory = ''
orca.settings.speechFactoryModules = []
orca.settings.enableKeyEcho = False
orca.settings.enableBraille = False
`;

/** Firefox asks nothing, calls nobody, and lets itself be read. */
const FIREFOX_SETTINGS = {
  'accessibility.force_disabled': -1,
  'browser.shell.checkDefaultBrowser': false,
  'browser.aboutwelcome.enabled': false,
  'browser.startup.homepage_override.mstone': 'ignore',
  'datareporting.policy.dataSubmissionEnabled': false,
  'toolkit.telemetry.enabled': false,
  'app.normandy.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'intl.locale.requested': 'ru',
  // Those that automation recommends change how the focus behaves.
  'remote.prefs.recommended': false,
  // For `attachFile`.
  'dom.file.createInChild': true,
};
const CHROMIUM_SWITCHES = [
  '--no-sandbox',
  '--disable-gpu',
  '--force-renderer-accessibility',
  '--no-first-run',
  '--lang=ru',
  '--remote-debugging-port=0',
];
const CHROMIUM_QUIET = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-features=Translate',
  '--disable-sync',
];

/** A desktop that runs. */
export interface Desktop {
  /** Whether its browser has descriptions read again (`heard.ts`). */
  rereads: boolean;
  /** The lines that Orca has spoken until now. */
  spoken: () => string[];
  /** Runs xdotool. */
  xdotool: (...args: string[]) => Promise<void>;
  /** Types a text where the focus is. */
  type: (text: string) => Promise<void>;
  /** Has the page take a file. */
  attachFile: (path: string) => Promise<void>;
  /** Ends all its programs. */
  close: () => Promise<void>;
}

/** Starts a desktop with Orca and a browser in front of a page. */
export async function startDesktop(browser: SpokenBrowser, url: string): Promise<Desktop> {
  const home = mkdtempSync(join(tmpdir(), 'okno-spoken-'));
  const log = join(home, 'speech.log');
  const programs: ChildProcess[] = [];
  const env: NodeJS.ProcessEnv = {
    PATH: process.env['PATH'],
    HOME: home,
    XDG_RUNTIME_DIR: join(home, 'run'),
    LANG: 'C.UTF-8',
    LANGUAGE: 'ru',
    GTK_MODULES: 'gail:atk-bridge',
    GNOME_ACCESSIBILITY: '1',
    ACCESSIBILITY_ENABLED: '1',
    NO_AT_BRIDGE: '0',
    MOZ_DISABLE_CONTENT_SANDBOX: '1',
  };
  const run = (program: string, args: readonly string[], output: 'ignore' | 'pipe' = 'ignore') => {
    const child = spawn(program, args, { env, detached: true, stdio: ['ignore', output, 'ignore'] });
    programs.push(child);
    return child;
  };
  mkdirSync(join(home, 'run'), { mode: 0o700 });
  writeProfile(home, log);
  env['DISPLAY'] =
    `:${await firstLine(run('Xvfb', ['-displayfd', '1', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'], 'pipe'))}`;
  env['DBUS_SESSION_BUS_ADDRESS'] = await firstLine(
    run('dbus-daemon', ['--session', '--nofork', '--print-address=1'], 'pipe'),
  );
  run(AT_SPI, ['--launch-immediately', '--a11y=1', '--screen-reader=1']);
  run('openbox', []);
  const useKeyboard = async (layout: 'us' | 'ru') => {
    await once(run('setxkbmap', [layout]), 'exit');
    // Programs are told of it.
    await wait(SWITCHING);
  };
  await useKeyboard('us');
  await wait(1000);
  run('orca', ['--replace']);
  await wait(STARTING);
  const xdotool = async (...args: string[]) => {
    await once(run('xdotool', args), 'exit');
  };
  const profile = join(home, 'profile');
  if (browser === 'chromium')
    run(browser, [...CHROMIUM_SWITCHES, ...CHROMIUM_QUIET, `--user-data-dir=${profile}`, '--kiosk', url]);
  else run(browser, ['--kiosk', '--no-remote', '--remote-debugging-port=0', '--profile', profile, url]);
  return {
    rereads: browser !== 'chromium',
    attachFile: (path) => attachFile(profile, path),
    xdotool,
    type: async (text) => {
      const isRussian = /[а-яё]/i.test(text);
      if (isRussian) await useKeyboard('ru');
      await xdotool('type', '--delay', '100', text);
      if (isRussian) await useKeyboard('us');
    },
    spoken: () =>
      readFileSync(log, 'utf8')
        .split('\n')
        .flatMap((line) => /^SPEECH OUTPUT: '(.*)'/.exec(line)?.[1]?.trim() || []),
    close: async () => {
      for (const { pid } of programs.reverse()) endGroup(pid, 'SIGTERM');
      await wait(500);
      for (const { pid } of programs) endGroup(pid, 'SIGKILL');
      rmSync(home, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function writeProfile(home: string, log: string): void {
  const orca = join(home, '.local/share/orca');
  mkdirSync(orca, { recursive: true });
  writeFileSync(log, '');
  writeFileSync(join(orca, 'orca-customizations.py'), CUSTOMIZATIONS(log));
  mkdirSync(join(home, 'profile'));
  const settings = Object.entries(FIREFOX_SETTINGS).map(
    (one) => `user_pref(${JSON.stringify(one).slice(1, -1)});`,
  );
  writeFileSync(join(home, 'profile/user.js'), settings.join('\n'));
}

async function firstLine({ stdout }: ChildProcess): Promise<string> {
  if (stdout) for await (const line of createInterface(stdout)) return line;
  throw new Error('A program of the desktop did not start');
}

/** Each program leads a group: its children end with it. */
function endGroup(pid: number | undefined, signal: NodeJS.Signals): void {
  try {
    if (pid) process.kill(-pid, signal);
  } catch {
    // It has ended already.
  }
}
