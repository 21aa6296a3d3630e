import type { States } from '../../tests/gallery/states.ts';
import {
  findButton,
  mountElement,
  openPortal,
  openSignedIn,
  runSandboxCommand,
  spoil,
  visibleTextOf,
  waitUntilFound,
} from '../../tests/widgets/page.ts';
import { newDraft } from '../drafts/draft.ts';
import { DraftVault } from '../drafts/draft-vault.ts';
import { TabDrafts } from '../drafts/tab-drafts.ts';
import type { Portal } from '../portal/context.ts';
import { ru, type SignInNotice } from './messages.ts';
import type { SignIn } from './sign-in.ts';
import './register.ts';

type SignInState =
  | SignInNotice
  | 'nobody'
  | 'signingIn'
  | 'signedIn'
  | 'unnamed'
  | 'for-organization'
  | 'leftovers'
  | 'erasing';

const NAME = 'Анна Сергеевна Примерова';

/** Puts the sign-in on the page, on an empty device, and waits until it says something. */
export async function openSignIn(words: string, portal?: Portal): Promise<SignIn> {
  new TabDrafts().isShared = false;
  await new DraftVault().removeAll();
  const element = await mountElement<SignIn>('okno-sign-in', { portal: portal ?? (await openPortal()) });
  // The page of the tests stays.
  element.addEventListener('okno-data-erased', (event) => {
    event.preventDefault();
  });
  return says(element, words);
}

/** Waits until the widget says something. */
export async function says(element: SignIn, words: string): Promise<SignIn> {
  await waitUntilFound(() => visibleTextOf(element).includes(words), words);
  return element;
}

/** A sign-in that ends so. */
const failing = (outcome: () => ReturnType<Portal['session']['signIn']>, words: string) => async () => {
  const portal = await openPortal();
  portal.session.signIn = outcome;
  const element = await openSignIn(ru.signIn, portal);
  findButton(element, ru.signIn)?.click();
  return says(element, words);
};
const ended = (notice: 'signInUnfinished' | 'signInBlocked' | 'signInInsecure') =>
  failing(() => Promise.resolve(notice), ru.notices[notice]);

const signedIn = async () => openSignIn(NAME, await openSignedIn());

async function signedOut(words: string): Promise<SignIn> {
  const element = await signedIn();
  findButton(element, ru.signOut)?.click();
  return says(element, words);
}

async function leftovers(): Promise<SignIn> {
  const element = await signedIn();
  await new DraftVault().save(newDraft('detskiy-sad', 'v1'));
  findButton(element, ru.signOut)?.click();
  return says(element, ru.erase);
}

async function erasing(): Promise<SignIn> {
  const element = await leftovers();
  findButton(element, ru.erase)?.click();
  return says(element, ru.confirmErasing);
}

/** The states of `<okno-sign-in>`. */
export const states = {
  nobody: () => openSignIn(ru.signedOut),
  signingIn: failing(() => new Promise(() => undefined), ru.signingIn),
  signedIn,
  unnamed: async () => {
    const portal = await openSignedIn();
    await spoil({ kind: 'error', path: '/v1/session' });
    return openSignIn(ru.signedIn, portal);
  },
  'for-organization': async () => {
    const element = await signedIn();
    const organization = { name: 'ООО «Образец»', position: 'директор' };
    Object.assign(element, {
      stage: { at: 'signedIn', person: { firstName: 'Анна', lastName: 'Примерова', organization } },
    });
    return says(element, 'Образец');
  },
  signInUnfinished: ended('signInUnfinished'),
  signInBlocked: ended('signInBlocked'),
  signInInsecure: ended('signInInsecure'),
  failed: failing(() => Promise.reject(new TypeError('Load failed')), ru.notices.failed),
  expired: async () => {
    const element = await signedIn();
    await runSandboxCommand({ command: 'end-sessions' });
    await element.portal?.session.renewTokens();
    return says(element, ru.notices.expired);
  },
  unconfirmed: async () => {
    const element = await signedIn();
    await spoil({ kind: 'cut', when: 'before', path: '/v1/session' });
    findButton(element, ru.signOut)?.click();
    return says(element, ru.notices.unconfirmed);
  },
  signedOut: () => signedOut(ru.notices.signedOut),
  leftovers,
  erasing,
  erased: async () => {
    const element = await erasing();
    findButton(element, ru.confirmErasing)?.click();
    return says(element, ru.notices.erased);
  },
} satisfies States<SignInState>;
