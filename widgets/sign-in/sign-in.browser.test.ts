import './register.ts';

import { expect } from 'chai';

import { describeWidget } from '../../tests/widgets/describe-widget.ts';
import { findButton, openSignedIn, visibleTextOf, waitUntilFound } from '../../tests/widgets/page.ts';
import { newDraft } from '../drafts/draft.ts';
import { DraftVault } from '../drafts/draft-vault.ts';
import { TabDrafts } from '../drafts/tab-drafts.ts';
import { openSignIn, says } from './states-for-tests.ts';

const NAME = 'Анна Сергеевна Примерова';

describeWidget({
  tag: 'okno-sign-in',
  properties: {},
  ready: (element) => findButton(element, 'Войти'),
  english: 'You are not signed in',
});

describe('<okno-sign-in>', () => {
  after(() => {
    new TabDrafts().isShared = false;
  });
  const focused = (element: Element) => element.shadowRoot?.activeElement?.textContent ?? '';

  it('says who is signed in and as whom, also after another widget has done it', async () => {
    const portal = await openSignedIn();
    const element = await openSignIn(NAME, portal);
    expect(visibleTextOf(element)).to.include('от своего имени');
  });

  it('moves focus to who is signed in now, after signing in and out', async () => {
    const element = await openSignIn(NAME, await openSignedIn());
    findButton(element, 'Выйти')?.click();
    await waitUntilFound(() => focused(element).includes('Вы не вошли'));
  });

  it('signs out on this page and at the portal', async () => {
    const portal = await openSignedIn();
    const element = await openSignIn(NAME, portal);
    findButton(element, 'Выйти')?.click();
    await says(element, 'Вы вышли.');
    expect(portal.session.isSignedIn).to.equal(false);
    expect(visibleTextOf(element)).to.not.include('Стереть');
  });

  it('keeps drafts of an own device, until the citizen wants them erased', async () => {
    const element = await openSignIn(NAME, await openSignedIn());
    await new DraftVault().save(newDraft('detskiy-sad', 'v1'));
    localStorage.setItem('okno-addresses', '[]');
    localStorage.setItem('of-the-page', 'stays');
    findButton(element, 'Выйти')?.click();
    await waitUntilFound(() => findButton(element, 'Стереть'));
    findButton(element, 'Стереть')?.click();
    await waitUntilFound(() => findButton(element, 'Оставить'));
    expect(await new DraftVault().listAll()).to.have.lengthOf(1);
    findButton(element, 'Да, стереть')?.click();
    await says(element, 'ничего не осталось');
    expect(await new DraftVault().listAll()).to.deep.equal([]);
    expect(localStorage.getItem('okno-addresses')).to.equal(null);
    expect(localStorage.getItem('of-the-page')).to.equal('stays');
    localStorage.removeItem('of-the-page');
  });

  for (const [where, signOut] of [
    ['here', (element: Element) => findButton(element, 'Выйти')?.click()],
    // Another client of the same site: as the page in another tab has it.
    ['in another tab', async () => (await openSignedIn()).session.signOut()],
  ] as const)
    it(`leaves nothing on a computer of others, without being asked, after signing out ${where}`, async () => {
      const element = await openSignIn(NAME, await openSignedIn());
      await new DraftVault().save(newDraft('detskiy-sad', 'v1'));
      new TabDrafts().isShared = true;
      await signOut(element);
      await says(element, 'ничего не осталось');
      expect(await new DraftVault().listAll()).to.deep.equal([]);
    });
});
