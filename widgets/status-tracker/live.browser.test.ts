import './register.ts';

import { expect } from 'chai';

import { createAcceptedApplication, createAcceptedComplaint } from '../../tests/widgets/cases.ts';
import { expectAccessible } from '../../tests/widgets/describe-widget.ts';
import {
  findButton,
  mountElement,
  openPortal,
  openSignedIn,
  runSandboxCommand,
  withoutPortal,
  visibleTextOf,
  waitUntilFound,
} from '../../tests/widgets/page.ts';
import type { Portal } from '../portal/context.ts';
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

  it('shows the last of many updates in a row, with a cut between, and announces at most one in a second', async () => {
    const portal = await openSignedIn();
    const { number } = await createAcceptedApplication(portal);
    const element = await open({ number, code: '' }, portal);
    const saidAt: number[] = [];
    const region = element.shadowRoot?.querySelector('[role=status]');
    const watcher = new MutationObserver(() => region?.textContent && saidAt.push(performance.now()));
    if (region) watcher.observe(region, { childList: true, characterData: true, subtree: true });
    for (let i = 1; i <= 24; i++) {
      if (i === 12) {
        await withoutPortal(() => undefined);
      }
      await runSandboxCommand({ command: 'move', number, move: { text: `Письмо ${i}` } });
    }
    await says(element, '24 новых');
    watcher.disconnect();
    expect(saidAt.length).to.be.greaterThan(0);
    for (const [i, at] of saidAt.slice(1).entries()) expect(at - (saidAt[i] ?? 0)).to.be.greaterThan(990);
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

  it('opens a complaint by its number and code', async () => {
    const portal = await openPortal();
    const { number, code } = await createAcceptedComplaint(portal);
    const element = await open({ number, code });
    await says(element, 'Жалоба принята');
    expect(visibleTextOf(element)).to.include('Ответят не позднее');
    await expectAccessible(element);
  });
});
