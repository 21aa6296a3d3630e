import './register.ts';

import { expect } from 'chai';

import {
  createAcceptedApplication,
  createAcceptedComplaint,
  emptyDevice,
  keepReceipt,
} from '../../tests/widgets/cases.ts';
import { describeWidget, expectAccessible } from '../../tests/widgets/describe-widget.ts';
import {
  findButton,
  findControl,
  openPortal,
  openSignedIn,
  runSandboxCommand,
  withoutPortal,
  spoil,
  typeInControl,
  visibleTextOf,
  waitUntilFound,
} from '../../tests/widgets/page.ts';
import { DraftVault } from '../drafts/draft-vault.ts';
import { TabDrafts } from '../drafts/tab-drafts.ts';
import type { CaseActionEvent } from '../portal/case-events.ts';
import { listDrafts, saveDraft } from '../portal/drafts.ts';
import type { MyApplications } from './my-applications.ts';
import type { StoredApplication } from './rows.ts';
import { keepApplication, keepDraft, openList } from './states-for-tests.ts';

describeWidget({
  tag: 'okno-my-applications',
  properties: {},
  ready: (element) => findButton(element, 'Найти заявление'),
  english: 'Applications and drafts',
});

describe('<okno-my-applications>', () => {
  beforeEach(emptyDevice);
  after(emptyDevice);
  const READY = 'Обновлено';
  const ON_DEVICE = 'Это сохранено на этом устройстве';
  const heard = (list: MyApplications) =>
    new Promise<CaseActionEvent>((resolve) => {
      list.addEventListener('okno-case-action', resolve, { once: true });
    });
  const rowTitles = (list: MyApplications) =>
    [...(list.shadowRoot?.querySelectorAll('h3 button') ?? [])].map((title) => title.textContent.trim());
  const says = (list: MyApplications, words: string) =>
    waitUntilFound(() => visibleTextOf(list).includes(words), words);
  /** Presses a button of «Ещё» in the only row. */
  const pressMore = (list: MyApplications, button: string) => {
    list.shadowRoot?.querySelector('summary')?.click();
    findButton(list, button)?.click();
  };

  it('shows what this device has sent, and opens it with its code', async () => {
    const { number, code } = await keepApplication();
    const list = await openList(READY);
    expect(visibleTextOf(list)).to.include(`№ ${number}`);
    const event = heard(list);
    findButton(list, 'Субсидия')?.click();
    const { action, number: opened, ...rest } = await event;
    expect([action, opened]).to.deep.equal(['follow', number]);
    const tracker = document.createElement('div') as HTMLElement & Partial<Record<'code', string>>;
    (await event).fillIn(tracker);
    expect(tracker.code).to.equal(code);
    expect(JSON.stringify(rest)).to.not.include(code);
  });

  it('lists what waits for the citizen first', async () => {
    await keepApplication([{ to: 'checked' }, { to: 'asked', text: 'Пришлите справку.' }]);
    await keepDraft();
    const list = await openList('Вам задали вопрос');
    expect(rowTitles(list)[0]).to.include('Субсидия');
    expect(rowTitles(list)[1]).to.include('детский сад');
    const event = heard(list);
    findButton(list, 'Ответить')?.click();
    expect((await event).action).to.equal('follow');
  });

  it('names each button by its application', async () => {
    await keepDraft();
    const list = await openList(ON_DEVICE);
    expect(findButton(list, 'Продолжить')?.ariaLabel).to.include('детский сад');
    expect(list.shadowRoot?.querySelector('summary')?.ariaLabel).to.include('детский сад');
  });

  it('goes on with the draft that was chosen: it becomes the latest', async () => {
    await keepDraft('detskiy-sad');
    await new Promise((resolve) => setTimeout(resolve, 5));
    await keepDraft('detskiy-sad~1');
    const list = await openList(ON_DEVICE);
    const event = heard(list);
    [...(list.shadowRoot?.querySelectorAll<HTMLElement>('li .button') ?? [])].at(-1)?.click();
    expect((await event).action).to.equal('apply');
    const [latest] = await new DraftVault().list('detskiy-sad');
    expect(latest?.id).to.equal('detskiy-sad');
  });

  it('moves focus to what it asks, and back to the row', async () => {
    await keepApplication();
    const list = await openList(READY);
    pressMore(list, 'Назвать');
    await waitUntilFound(() => list.shadowRoot?.activeElement?.id === 'name');
    await expectAccessible(list);
    typeInControl(findControl(list, 'Как назвать'), 'детский сад, Маша');
    findButton(list, 'Сохранить')?.click();
    await says(list, 'Субсидия на квартплату и коммунальные услуги · №');
    await waitUntilFound(() => list.shadowRoot?.activeElement?.textContent.includes('Маша'));
    expect(rowTitles(await openList(READY))).to.deep.equal(['детский сад, Маша']);
  });

  it('moves focus to what was removed, with the way back', async () => {
    await keepDraft();
    const list = await openList(ON_DEVICE);
    pressMore(list, 'Убрать');
    await waitUntilFound(() => list.shadowRoot?.activeElement?.textContent.includes('Убрали'));
    expect(await new DraftVault().list('detskiy-sad')).to.deep.equal([]);
    findButton(list, 'Вернуть')?.click();
    await says(list, 'Черновик');
    expect((await new DraftVault().list('detskiy-sad'))[0]?.values).to.deep.equal({ lastName: 'Примерова' });
  });

  it('shows applications of the portal once, also where this device has their receipts', async () => {
    const portal = await openSignedIn();
    const receipt = await createAcceptedApplication(portal);
    await keepReceipt(receipt);
    const list = await openList(receipt.number, portal);
    await says(list, READY);
    expect(visibleTextOf(list).split(receipt.number)).to.have.lengthOf(2);
    await portal.session.signOut();
    await says(list, 'Вы вышли');
    expect(rowTitles(list)).to.have.lengthOf(1);
  });

  it('withdraws after asking, and repeats with the answers of the first one', async () => {
    const portal = await openSignedIn();
    const { number } = await createAcceptedApplication(portal);
    const list = await openList(number, portal);
    await says(list, READY);
    pressMore(list, 'Отозвать');
    await waitUntilFound(() => findButton(list, 'Да, отозвать'));
    findButton(list, 'Да, отозвать')?.click();
    await says(list, 'Вы отозвали');
    const event = heard(list);
    pressMore(list, 'Подать ещё');
    expect((await event).action).to.equal('apply');
    const [draft] = await new DraftVault().list('subsidii-zhku');
    expect(Object.values(draft?.values ?? {})).to.include('anna@example.ru');
  });

  it('keeps the last known list when the portal does not answer, and says when it was so', async () => {
    const { number } = await keepApplication([{ to: 'ready' }]);
    await openList('Результат готов');
    const list = await withoutPortal(() => openList('Так было'));
    expect(visibleTextOf(list)).to.include(number).and.include('Результат готов').and.include('Нет связи');
    findButton(list, 'Обновить')?.click();
    await says(list, READY);
    expect(visibleTextOf(list)).to.not.include('Нет связи');
  });

  it('says honestly that all is of this device where the portal had nothing to say', async () => {
    await keepDraft();
    const list = await withoutPortal(() => openList(ON_DEVICE));
    expect(visibleTextOf(list)).to.not.include(READY);
  });

  it('shows a complaint of this device, and opens it with its code', async () => {
    const receipt = await createAcceptedComplaint(await openPortal());
    await keepReceipt(receipt, 'complaint');
    const list = await openList('Зарегистрирована');
    expect(rowTitles(list)).to.deep.equal(['Жалоба']);
    expect(visibleTextOf(list)).to.not.include('Отозвать');
    const event = heard(list);
    findButton(list, 'Жалоба')?.click();
    expect((await event).number).to.equal(receipt.number);
  });

  it('goes on with a draft that the portal keeps', async () => {
    const portal = await openSignedIn();
    const answers = { applicantLastName: 'Примерова' };
    const content = { service: 'detskiy-sad', formVersion: 'v1', answers, step: 1 };
    await saveDraft(portal, { id: crypto.randomUUID(), content });
    const list = await openList('Ответы сохранены на портале', portal);
    const event = heard(list);
    findButton(list, 'Продолжить')?.click();
    expect((await event).action).to.equal('apply');
    const [draft] = await new DraftVault<StoredApplication>().list('detskiy-sad');
    expect([draft?.values, draft?.step]).to.deep.equal([answers, 1]);
    const afterwards = await openList('Ответы сохранены на этом устройстве', portal);
    await says(afterwards, READY);
    expect(visibleTextOf(afterwards)).to.not.include('Ответы сохранены на портале');

    const receipt = await createAcceptedApplication(portal);
    if (draft) await new DraftVault<StoredApplication>().save({ ...draft, values: {}, receipt });
    await says(await openList(receipt.number, portal), READY);
    expect(await listDrafts(portal, AbortSignal.timeout(10_000))).to.deep.equal([]);
  });

  it('reads once for all events that come while it reads', async () => {
    const portal = await openSignedIn();
    const { number } = await createAcceptedApplication(portal);
    let reads = 0;
    let isListening = false;
    const { session } = portal;
    const send = session.send.bind(session);
    session.send = (path, init) => {
      if (path.startsWith('/v1/events')) isListening = true;
      if (/^\/v1\/applications(?:\?|$)/.test(path)) reads++;
      return send(path, init);
    };
    const list = await openList(number, portal);
    await says(list, READY);
    await waitUntilFound(() => isListening, 'the stream');
    await runSandboxCommand({ command: 'move', number, move: { to: 'checked' } });
    await says(list, 'Документы в порядке');
    reads = 0;
    await spoil({ kind: 'latency', ms: 1500, path: '/v1/applications', methods: ['GET'] });
    for (const text of ['Один.', 'Два.', 'Три.', 'Четыре.'])
      await runSandboxCommand({ command: 'move', number, move: { text } });
    await runSandboxCommand({ command: 'move', number, move: { to: 'ready' } });
    await says(list, 'Результат готов');
    expect(reads).to.be.lessThan(4);
  });

  it('agrees with another tab', async () => {
    const list = await openList('Пока здесь пусто');
    await keepDraft();
    await says(list, 'Черновик');
  });

  it('announces what waits for the citizen now, and leaves the focus where it is', async () => {
    const { number } = await keepApplication();
    const list = await openList(READY);
    findButton(list, 'Обновить')?.focus();
    await runSandboxCommand({ command: 'move', number, move: { to: 'asked' } });
    window.dispatchEvent(new Event('online'));
    const region = () => list.shadowRoot?.querySelector('.root > [role=status]')?.textContent ?? '';
    await waitUntilFound(() => region().includes('Вам задали вопрос'), 'the announcement');
    expect(list.shadowRoot?.activeElement).to.equal(findButton(list, 'Обновить'));
  });

  it('offers to sign in, unless the page has a sign-in of its own', async () => {
    const list = await openList('Пока здесь пусто');
    expect(findButton(list, 'Войти')).to.not.equal(undefined);
    document.body.append(document.createElement('okno-sign-in'));
    list.requestUpdate();
    await list.updateComplete;
    expect(findButton(list, 'Войти')).to.equal(undefined);
  });

  it('looks at nothing on a computer of others, and offers no draft that would be kept there', async () => {
    await keepDraft();
    new TabDrafts().isShared = true;
    const list = await openList('компьютер чужой');
    expect(rowTitles(list)).to.deep.equal([]);
    const portal = await openSignedIn();
    const content = { service: 'detskiy-sad', formVersion: 'v1', answers: {}, step: 0 };
    await saveDraft(portal, { id: crypto.randomUUID(), content });
    const { number } = await createAcceptedApplication(portal);
    const signedIn = await openList(number, portal);
    await says(signedIn, READY);
    expect(rowTitles(signedIn)).to.not.include('детский сад');
    expect(visibleTextOf(signedIn)).to.not.include('Черновик');
  });

  it('hides what only the portal knew when the session has expired', async () => {
    const portal = await openSignedIn();
    const { number } = await createAcceptedApplication(portal);
    const list = await openList(number, portal);
    await runSandboxCommand({ command: 'end-sessions' });
    findButton(list, 'Обновить')?.click();
    await says(list, 'вход закончился');
    await waitUntilFound(() => !visibleTextOf(list).includes(number));
  });

  it('is found by a part of the number, by name and by service', async () => {
    for (let place = 0; place < 3; place++) await keepApplication([], place);
    await keepDraft();
    const list = await openList(READY);
    typeInControl(findControl(list, 'Найти'), 'ДЕТСКИЙ');
    await list.updateComplete;
    expect(rowTitles(list)).to.have.lengthOf(1);
    findButton(list, /^\s*В работе/)?.click();
    await says(list, 'Такого в списке нет');
    findButton(list, 'Показать все')?.click();
    await list.updateComplete;
    expect(rowTitles(list)).to.have.lengthOf(4);
  });

  it('says that a case is not at the portal any more', async () => {
    const receipt = await createAcceptedApplication(await openPortal());
    await keepReceipt({ ...receipt, code: '00000000' });
    await openList('Портал не нашёл его');
  });
});
