import './register.ts';

import { expect } from 'chai';

import { createAcceptedApplication, createAcceptedComplaint } from '../../tests/widgets/cases.ts';
import { expectAccessible } from '../../tests/widgets/describe-widget.ts';
import {
  findButton,
  findControl,
  mountElement,
  openPortal,
  openSignedIn,
  runSandboxCommand,
  withoutPortal,
  typeInControl,
  visibleTextOf,
  waitUntilFound,
} from '../../tests/widgets/page.ts';
import '../my-applications/register.ts';
import type { Portal } from '../portal/context.ts';
import { ru } from './messages.ts';
import { states } from './states-for-tests.ts';
import type { StatusTracker } from './status-tracker.ts';

async function open(keys: { number: string; code: string }, portal?: Portal): Promise<StatusTracker> {
  const element = await mountElement<StatusTracker>('okno-status-tracker', {
    portal: portal ?? (await openPortal()),
    ...keys,
  });
  await waitUntilFound(() => findButton(element, 'Обновить'), 'the case');
  return element;
}
const says = (element: Element, words: string) =>
  waitUntilFound(() => visibleTextOf(element).includes(words), words);
/** How many updates come, and how often the connection is cut meanwhile: `npm run test:stream` wants more. */
const fetchStreamPlan = async () =>
  (await (await fetch('/okno-test/stream.json')).json()) as { updates: number; cuts: number };

/** Puts the list of applications beside the tracker. */
async function addList(portal: Portal, number: string): Promise<Element> {
  const list = document.createElement('okno-my-applications');
  Object.assign(list, { portal });
  document.body.append(list);
  await says(list, number);
  return list;
}

/** Gives the times, by `performance.now()`, at which something is said in any live region of these widgets from now on. */
function listenTo(...widgets: Element[]): number[] {
  const saidAt: number[] = [];
  for (const { shadowRoot } of widgets)
    new MutationObserver((changes) => {
      const regions = new Set(
        changes.map(({ target }) =>
          (target instanceof Element ? target : target.parentElement)?.closest(
            '[role=status], [role=alert], [aria-live]',
          ),
        ),
      );
      for (const region of regions) if (region?.textContent.trim()) saidAt.push(performance.now());
    }).observe(shadowRoot as ShadowRoot, { childList: true, characterData: true, subtree: true });
  return saidAt;
}

const announced = (element: Element) =>
  [...(element.shadowRoot?.querySelectorAll('[role=status]') ?? [])]
    .map(({ textContent }) => textContent)
    .join('');

describe('<okno-status-tracker>, while a case goes on', () => {
  it('looks by itself when the connection is back, announces what is new, and leaves the focus where it is', async () => {
    const keys = await createAcceptedApplication(await openPortal());
    const element = await open(keys);
    const button = findButton(element, 'Обновить');
    button?.focus();
    await runSandboxCommand({ command: 'move', number: keys.number, move: { to: 'requested' } });
    window.dispatchEvent(new Event('online'));
    await waitUntilFound(() => announced(element).includes('Новое в деле'), 'the announcement');
    expect(element.shadowRoot?.activeElement).to.equal(button);
    expect(element.shadowRoot?.querySelector('[aria-current=step]')?.textContent).to.include(
      'Запросили сведения',
    );
  });

  it('hears of changes by the stream of the session, without a code', async () => {
    const portal = await openSignedIn();
    const { number } = await createAcceptedApplication(portal);
    const element = await open({ number, code: '' }, portal);
    await runSandboxCommand({ command: 'move', number, move: { to: 'checked' } });
    await waitUntilFound(() => announced(element).includes('Новое в деле'), 'the announcement');
  });

  it('shows the last of many updates in a row, with cuts between, and announces at most one in a second', async function () {
    const { updates, cuts } = await fetchStreamPlan();
    this.timeout(60_000 + updates * 300);
    const portal = await openSignedIn();
    const { number } = await createAcceptedApplication(portal);
    const element = await open({ number, code: '' }, portal);
    const list = await addList(portal, number);
    const saidAt = listenTo(element, list);
    for (let i = 1; i <= updates; i++) {
      if (i < updates && i % Math.ceil(updates / (cuts + 1)) === 0) {
        await withoutPortal(() => undefined);
      }
      await runSandboxCommand({ command: 'move', number, move: { text: `Письмо ${i}` } });
    }
    await waitUntilFound(() => announced(element).includes(ru.unread(updates)), 'the last announcement');
    const pauses = saidAt.slice(1).map((at, i) => at - (saidAt[i] ?? 0));
    // The first one has none before it.
    const shortest = Math.min(60_000, ...pauses);
    const inSeconds = (milliseconds = 0) => (milliseconds / 1000).toFixed(1);
    console.log(
      `Новостей ${updates}, обрывов ${cuts}: объявлений ${saidAt.length} за ${inSeconds((saidAt.at(-1) ?? 0) - (saidAt[0] ?? 0))} с, между ними не меньше ${inSeconds(shortest)} с`,
    );
    expect(saidAt.length).to.be.greaterThan(0);
    expect(shortest).to.be.greaterThan(990);
  });

  it('says since when it knows what it shows, where the portal does not answer', async () => {
    const keys = await createAcceptedApplication(await openPortal());
    const element = await open(keys);
    await withoutPortal(() => {
      window.dispatchEvent(new Event('online'));
      return waitUntilFound(
        () => /Показываем то, что знали в \d\d:\d\d/.exec(visibleTextOf(element)),
        'the time',
      );
    });
    expect(visibleTextOf(element)).to.include(`№ ${keys.number}`);
    window.dispatchEvent(new Event('online'));
    await waitUntilFound(() => !visibleTextOf(element).includes('Показываем то'), 'the connection');
  });

  it('lets go of a case that the session has opened when the citizen signs out', async () => {
    const portal = await openSignedIn();
    const { number } = await createAcceptedApplication(portal);
    const element = await open({ number, code: '' }, portal);
    await portal.session.signOut();
    await waitUntilFound(() => findButton(element, ru.find), 'the form');
    expect(visibleTextOf(element)).not.to.include(`№ ${number}`);
  });

  it('offers nothing of a case that the portal has erased, but to print it', async () => {
    const element = await states['case-erased']();
    expect(element.shadowRoot?.querySelector('details')).to.equal(null);
    expect(findButton(element, ru.rate)).to.equal(undefined);
    expect(findButton(element, ru.refresh)).to.equal(undefined);
    expect(findButton(element, ru.print)).to.not.equal(undefined);
  });

  it('says that a session does not open the case of somebody else, and goes on with its code', async () => {
    const { number, code } = await createAcceptedApplication(await openPortal());
    const element = await mountElement<StatusTracker>('okno-status-tracker', {
      portal: await openSignedIn(),
      number,
    });
    await says(element, ru.refusals.notYours);
    typeInControl(findControl(element, ru.code), code);
    findButton(element, ru.find)?.click();
    await says(element, `№ ${number}`);
  });

  it('opens a complaint by its number and code', async () => {
    const portal = await openPortal();
    const { number, code } = await createAcceptedComplaint(portal);
    const element = await open({ number, code });
    await says(element, 'Жалоба принята');
    expect(visibleTextOf(element)).to.include('Ответят не позднее');
    await expectAccessible(element);
  });
});
