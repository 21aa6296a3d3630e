import * as v from 'valibot';

import { SignedInSchema, type SignedIn } from '../widgets/contract/session/schemas.ts';
import { sha256 } from './store/sealing.ts';
import { PAGE_ORIGIN, type startTestSandbox } from './testing.ts';

export type TestSandbox = Awaited<ReturnType<typeof startTestSandbox>>;

/** What a person sees when all redirects are over. */
export interface BrowserPage {
  url: URL;
  status: number;
  headers: Headers;
  text: string;
}

interface VisitOptions {
  /** The page that leads there. */
  referer?: string;
  /** Fields of a form, sent from the portal's own page. */
  form?: Record<string, string>;
  /** Stops before this path, with its address. */
  before?: string;
}

const CALLBACK = '/sign-in/callback';

/** What a page keeps and what it says before it leads to the portal (PKCE, S256). */
export const PKCE_VERIFIER = 'verifier-of-a-page-that-leads-to-the-portal';
export const PKCE_CHALLENGE = sha256(PKCE_VERIFIER).toString('base64url');

/** One person's browser: keeps cookies by their paths, follows redirects, sends forms. */
export class TestBrowser {
  readonly #portal: TestSandbox;
  readonly cookies = new Map<string, { name: string; value: string; path: string }>();

  /** All addresses that it has been at. */
  readonly visited: string[] = [];

  constructor(portal: TestSandbox) {
    this.#portal = portal;
  }

  async open(address: string | URL, { referer, form, before }: VisitOptions = {}): Promise<BrowserPage> {
    let url = new URL(address, this.#portal.url());
    let body = form && new URLSearchParams(form);
    for (;;) {
      this.visited.push(url.href);
      if (url.pathname === before) return { url, status: 0, headers: new Headers(), text: '' };
      const response = await fetch(url, {
        redirect: 'manual',
        headers: {
          Accept: 'text/html',
          Cookie: this.cookiesFor(url.pathname),
          ...(referer !== undefined && { Referer: referer }),
          ...(body && { Origin: this.#portal.url() }),
        },
        ...(body && { method: 'POST', body }),
      });
      this.#keep(response.headers.getSetCookie());
      const location = response.headers.get('Location');
      if (location === null || response.status < 300)
        return { url, status: response.status, headers: response.headers, text: await response.text() };
      url = new URL(location, url);
      body = undefined;
    }
  }

  /** Opens the sign-in window as a page does. */
  startSignIn(query: Record<string, string> = {}, visit: VisitOptions = {}): Promise<BrowserPage> {
    const search = new URLSearchParams({ origin: PAGE_ORIGIN, state: 'state-1', ...query });
    return this.open(`/sign-in?${search.toString()}`, visit);
  }

  /** Chooses a citizen at ЕСИА, where `start` has led. */
  chooseCitizen({ url }: BrowserPage, citizen: string, visit: VisitOptions = {}): Promise<BrowserPage> {
    return this.open(url, { form: { citizen }, ...visit });
  }

  /** The address with ЕСИА's code to which a sign-in leads, not yet opened. */
  async callbackUrl(citizen = 'anna', query: Record<string, string> = {}): Promise<URL> {
    return (await this.chooseCitizen(await this.startSignIn(query), citizen, { before: CALLBACK })).url;
  }

  /** Signs in by the window. Gives what the page is told. */
  async signIn(citizen = 'anna'): Promise<SignedIn> {
    const message = readSignedInMessage(await this.chooseCitizen(await this.startSignIn(), citizen));
    if (!message) throw new Error(`${citizen} could not sign in`);
    return message;
  }

  cookiesFor(pathname: string): string {
    return [...this.cookies.values()]
      .filter(({ path }) => pathname === path || pathname.startsWith(path.replace(/\/?$/, '/')))
      .map(({ name, value }) => `${name}=${value}`)
      .join('; ');
  }

  #keep(lines: string[]): void {
    for (const line of lines) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      const path = /; *path=([^;]+)/i.exec(line)?.[1] ?? '/';
      if (/expires=Thu, 01 Jan 1970/i.test(line)) this.cookies.delete(`${path} ${name}`);
      else this.cookies.set(`${path} ${name}`, { name, value, path });
    }
  }
}

/** What a page of the portal posts to the page that opened it, and to which origin. */
export function readPostedMessage({ text }: BrowserPage): { message: unknown; target: string } | undefined {
  const [, message, target] = /postMessage\((\{.*?\}), ("[^"]*")\)/.exec(text) ?? [];
  return message === undefined || target === undefined
    ? undefined
    : { message: JSON.parse(message), target: String(JSON.parse(target)) };
}

export function readSignedInMessage(seen: BrowserPage): SignedIn | undefined {
  const posted = readPostedMessage(seen);
  return posted && v.parse(SignedInSchema, posted.message);
}

/** Where a page of the portal leads back to. */
export function readReturnUrl({
  text,
}: BrowserPage): { address: string; answer: URLSearchParams } | undefined {
  const [, address] = /location\.replace\(("[^"]*")\)/.exec(text) ?? [];
  if (address === undefined) return undefined;
  const [before = '', fragment = ''] = String(JSON.parse(address)).split('#');
  return { address: before, answer: new URLSearchParams(fragment) };
}
