import './register.ts';

import { expect } from 'chai';

import {
  createAcceptedApplication,
  createAcceptedComplaint,
  emptyDevice,
  keepReceipt,
  waitUntilKnown,
} from '../../tests/widgets/cases.ts';
import {
  findButton,
  findControl,
  mountElement,
  openPortal,
  withoutPortal,
  visibleTextOf,
  waitUntilFound,
} from '../../tests/widgets/page.ts';
import { notesAmong } from '../drafts/case-notes.ts';
import { DraftVault } from '../drafts/draft-vault.ts';
import { TabDrafts } from '../drafts/tab-drafts.ts';
import type { StatusTracker } from './status-tracker.ts';

/** Opens the tracker for a number, as the link of a letter does. */
const open = async (number: string, code = '') =>
  mountElement<StatusTracker>('okno-status-tracker', { portal: await openPortal(), number, code });
const says = (element: Element, words: string | RegExp) =>
  waitUntilFound(() => visibleTextOf(element).search(words) >= 0, String(words));
/** What the device knows of a case. */
const known = async (number: string) => notesAmong(await new DraftVault().listAll()).get(number)?.known;

/** Opens a case once, and again as after a reload while the portal is away. */
async function reopenWithoutPortal(
  { number, code }: { number: string; code: string },
  look: (element: StatusTracker) => Promise<unknown>,
): Promise<StatusTracker> {
  const before = await open(number, code);
  await waitUntilFound(() => findButton(before, 'Обновить'), 'the case');
  if (!new TabDrafts().isShared) await waitUntilKnown(number);
  before.remove();
  return withoutPortal(async () => {
    const element = await open(number, code);
    await look(element);
    return element;
  });
}

describe('<okno-status-tracker>, for a case whose receipt this device keeps', () => {
  beforeEach(emptyDevice);
  after(emptyDevice);

  it('opens a number alone by the kept code', async () => {
    const receipt = await createAcceptedApplication(await openPortal());
    await keepReceipt(receipt);
    const element = await open(receipt.number);
    await says(element, `№ ${receipt.number}`);
    await says(element, 'Заявление принято');
  });

  it('asks for the code where the device keeps none, and has the number in its field', async () => {
    const { number } = await createAcceptedApplication(await openPortal());
    const element = await open(number);
    expect((await waitUntilFound(() => findControl(element, 'Номер заявления'))).value).to.equal(number);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(visibleTextOf(element)).to.not.include('с таким номером и кодом нет');
  });

  it('shows how it stood while the portal is away, with the day, and goes on when it is back', async () => {
    const receipt = await createAcceptedApplication(await openPortal());
    await keepReceipt(receipt);
    const element = await reopenWithoutPortal({ ...receipt, code: '' }, async (tracker) => {
      await says(tracker, /Показываем то, что это устройство знало \d+ \p{L}+ в \d\d:\d\d/u);
      await says(tracker, 'Заявление принято');
    });
    window.dispatchEvent(new Event('online'));
    await waitUntilFound(() => !visibleTextOf(element).includes('это устройство знало'), 'the portal');
  });

  it('shows a complaint in the same way', async () => {
    const receipt = await createAcceptedComplaint(await openPortal());
    await keepReceipt(receipt, 'complaint');
    await reopenWithoutPortal(receipt, async (tracker) => {
      await says(tracker, 'это устройство знало');
      await says(tracker, 'Жалоба принята');
    });
  });

  it('keeps nothing of a case that was opened by number and code alone', async () => {
    const { number, code } = await createAcceptedApplication(await openPortal());
    const element = await open(number, code);
    await waitUntilFound(() => findButton(element, 'Обновить'), 'the case');
    expect(await known(number)).to.equal(undefined);
  });

  it('shows and keeps nothing on a computer of others', async () => {
    const receipt = await createAcceptedApplication(await openPortal());
    await keepReceipt(receipt);
    new TabDrafts().isShared = true;
    const element = await reopenWithoutPortal(receipt, (tracker) => says(tracker, 'Портал не отвечает'));
    expect(findControl(element, 'Номер заявления')?.value).to.equal(receipt.number);
    expect(await known(receipt.number)).to.equal(undefined);
    new TabDrafts().isShared = false;
  });
});
