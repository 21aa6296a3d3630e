import './register.ts';

import { expect } from 'chai';

import { describeWidget, expectAccessible, expectNarrow } from '../../tests/widgets/describe-widget.ts';
import {
  delayResponses,
  findButton,
  findControl,
  waitUntilFound,
  forgetDrafts,
  mountElement,
  openPortal,
  visibleTextOf,
  runSandboxCommand,
  withoutPortal,
  typeInControl,
} from '../../tests/widgets/page.ts';
import { GROUNDS } from '../contract/complaints/grounds.ts';
import type { ComplaintInput } from '../contract/complaints/schemas.ts';
import type { Draft } from '../drafts/draft.ts';
import { DraftVault } from '../drafts/draft-vault.ts';
import { createComplaint } from '../portal/complaints.ts';
import type { ComplaintForm } from './complaint-form.ts';
import type { ComplaintSentEvent } from './events.ts';
import { en } from './messages.en.ts';

const TAG = 'okno-complaint-form';

describeWidget({
  tag: TAG,
  properties: {},
  ready: (element) => findButton(element, 'Отправить жалобу'),
  english: 'Whom the complaint is about',
});

describe('<okno-complaint-form>', () => {
  beforeEach(() => forgetDrafts('complaint'));

  const open = async (properties: Partial<ComplaintForm> = {}) => {
    const element = await mountElement<ComplaintForm>(
      TAG,
      { portal: await openPortal(), ...properties },
      'Позвоните нам',
    );
    const root = element.shadowRoot;
    await waitUntilFound(
      () => root?.querySelector('option:nth-child(2), .done, [data-focus=receipt], .note .button'),
      'the agencies, or what came of it',
    );
    return element;
  };
  const input = (element: ComplaintForm, selector: string) =>
    element.shadowRoot?.querySelector<HTMLInputElement>(selector);
  const fill = (element: ComplaintForm, ground = 'overdue', text = 'Ответа нет уже месяц.') => {
    input(element, `input[value=${ground}]`)?.click();
    typeInControl(findControl(element, 'Расскажите, что произошло'), text);
    typeInControl(findControl(element, 'Как вас зовут'), 'Анна Примерова');
    typeInControl(findControl(element, 'Электронная почта'), 'anna@example.ru');
    if (!input(element, '#consent')?.checked) input(element, '#consent')?.click();
  };
  const send = (element: ComplaintForm) => findButton(element, 'Отправить жалобу')?.click();
  const sent = (element: ComplaintForm) =>
    new Promise<ComplaintSentEvent>((resolve) => {
      element.addEventListener('okno-complaint-sent', resolve, { once: true });
    });
  const focused = (element: ComplaintForm) => element.shadowRoot?.activeElement?.textContent.trim() ?? '';
  const agency = 'minsotszaschity';

  it('names the ten grounds in plain words, and the time for the answer as soon as one is chosen', async () => {
    const element = await open();
    const boxes = [...(element.shadowRoot?.querySelectorAll<HTMLInputElement>('input[name=ground]') ?? [])];
    expect(boxes.map(({ value }) => value)).to.deep.equal(GROUNDS);
    input(element, 'input[value=overdue]')?.click();
    // The sentence comes with the rules, after the first paint.
    await waitUntilFound(() => visibleTextOf(element).includes('в течение 15 рабочих дней'), 'the time');
    input(element, 'input[value=refusedDocuments]')?.click();
    await element.updateComplete;
    expect(visibleTextOf(element)).to.include('в течение 5 рабочих дней');
  });

  it('gives number, code, last day and what comes then, and moves focus there', async () => {
    const element = await open({ number: '22-2026-000001', agency });
    expect(findControl(element, 'Номер заявления')?.value).to.equal('22-2026-000001');
    expect(findControl(element, 'На кого жалуетесь')?.value).to.equal(agency);
    fill(element);
    const heard = sent(element);
    send(element);
    const { number } = (await heard).complaint;
    expect(focused(element)).to.equal('Жалоба принята');
    expect(visibleTextOf(element))
      .to.include(number)
      .and.to.match(/Код \w{5}-\w{5}/)
      .and.to.match(/Ответят не позднее: \S+, \d+ .*15 рабочих дней/);
    await expectAccessible(element);
    await expectNarrow(element);
  });

  it('moves focus to the error summary, and tells at the fields what to do', async () => {
    const element = await open();
    send(element);
    await waitUntilFound(() => focused(element).includes('Выберите, что случилось'));
    expect(focused(element)).to.include('Оставьте почту или телефон').and.to.include('Отметьте согласие');
    await expectAccessible(element);
    await expectNarrow(element, '200%');
    findButton(element, 'Выберите, что случилось')?.click();
    expect(element.shadowRoot?.activeElement).to.equal(input(element, '#ground'));
  });

  it('asks for an e-mail address or a telephone: one of them is enough', async () => {
    const element = await open();
    send(element);
    await waitUntilFound(() => visibleTextOf(element).includes('Оставьте почту или телефон'));
    typeInControl(findControl(element, 'Телефон'), '8 903 123-45-67');
    await waitUntilFound(() => !element.shadowRoot?.querySelector('#email-error'), 'no mistake');
    typeInControl(findControl(element, 'Телефон'), '123');
    await waitUntilFound(() => visibleTextOf(element).includes('Введите телефон с кодом'));
  });

  it('says what to do where the portal does not know the consent that was ticked', async () => {
    const element = await open({ agency, portal: await openPortal({ consent: { version: '1' } }) });
    fill(element);
    send(element);
    await waitUntilFound(() => visibleTextOf(element).includes('Обновите страницу и отметьте новый'));
  });

  it('sends one complaint on a double click', async () => {
    const element = await open({ agency });
    fill(element);
    const heard = sent(element);
    send(element);
    send(element);
    const first = Number((await heard).complaint.number.slice(-6));
    const portal = await openPortal();
    const next = await createComplaint(
      portal,
      {
        ground: 'extraFee',
        agency,
        text: 'Проба',
        name: 'Анна',
        phone: '+79031234567',
        consent: { version: portal.config.consent.version },
      },
      crypto.randomUUID(),
    );
    expect(next.result === 'accepted' && Number(next.value.number.slice(-6))).to.equal(first + 1);
  });

  it('keeps the complaint when the portal does not answer, and says who helps', async () => {
    const element = await open({ agency });
    fill(element);
    await withoutPortal(async () => {
      send(element);
      await waitUntilFound(() => visibleTextOf(element).includes('8 800 100-70-10'));
    });
    expect(findControl(element, 'Расскажите')?.value).to.equal('Ответа нет уже месяц.');
    await expectAccessible(element);
    send(element);
    await waitUntilFound(() => focused(element) === 'Жалоба принята');
  });

  it('keeps every word when the page is loaded again, and then the receipt', async () => {
    const first = await open({ agency });
    fill(first, 'extraFee', 'Взяли 500 рублей.');
    await waitUntilFound(() => visibleTextOf(first).includes('сохранено'));
    const element = await open();
    await waitUntilFound(
      () => findControl(element, 'Расскажите')?.value === 'Взяли 500 рублей.',
      'the draft',
    );
    await waitUntilFound(() => visibleTextOf(element).includes('Можно продолжать'), 'the notice');
    input(element, '#consent')?.click();
    const heard = sent(element);
    send(element);
    const { number } = (await heard).complaint;
    const later = await open();
    await waitUntilFound(() => visibleTextOf(later).includes(number), 'the receipt');
    const other = await open({ number: '22-2026-000777' });
    await waitUntilFound(
      () => findControl(other, 'Номер заявления')?.value === '22-2026-000777',
      'a new complaint',
    );
  });

  it('never makes a second complaint of one whose answer was lost', async () => {
    const portal = await openPortal();
    const element = await open({ agency, portal: await openPortal({ portal: 'http://localhost:9' }) });
    fill(element);
    send(element);
    await waitUntilFound(() => visibleTextOf(element).includes('Может быть, жалоба уже дошла'));
    // The portal had taken it after all, and only its answer was lost.
    const draft = await new DraftVault<Draft<ComplaintInput>>().load('complaint');
    const [lost] = draft?.sent ?? [];
    const taken = lost && (await createComplaint(portal, lost, draft?.key ?? ''));
    expect(lost?.consent.version).to.equal(portal.config.consent.version);
    const later = await open();
    await waitUntilFound(() => visibleTextOf(later).includes('второй она не станет'), 'the draft');
    fill(later, 'overdue', 'Теперь написано иначе.');
    const heard = sent(later);
    send(later);
    const { number } = (await heard).complaint;
    expect(taken?.result === 'accepted' && taken.value.number).to.equal(number);
    expect(visibleTextOf(later)).to.include('с первой попытки');
  });

  it('ends the complaint that it sends when the page names another case', async () => {
    const element = await open({ number: '22-2026-000001', agency });
    fill(element);
    const heard = sent(element);
    await delayResponses('/v1/complaints');
    send(element);
    await waitUntilFound(() => visibleTextOf(element).includes('Отправляем'));
    element.number = '22-2026-000002';
    await element.updateComplete;
    expect(findControl(element, 'Расскажите')?.value).to.equal('');
    expect(input(element, '#consent')?.checked).to.equal(false);
    typeInControl(findControl(element, 'Расскажите'), 'Это о другом.');
    const { number } = (await heard).complaint;
    await runSandboxCommand({ command: 'fault' });
    expect(visibleTextOf(element)).to.not.include(number);
    expect(findControl(element, 'Номер заявления')?.value).to.equal('22-2026-000002');
    expect(findControl(element, 'Расскажите')?.value).to.equal('Это о другом.');
    const [first, second] = await Promise.all(
      ['1', '2'].map((digit) => new DraftVault().load(`complaint-22202600000${digit}`)),
    );
    expect(first?.receipt).to.include({ number });
    expect(second).to.not.have.property('receipt');
    expect(second?.key).to.not.equal(first?.key);
  });

  it('fills in the case that the page names, and keeps what was typed before', async () => {
    const element = await open();
    typeInControl(findControl(element, 'Расскажите'), 'Ответа нет.');
    Object.assign(element, { number: '22-2026-000003', agency });
    await element.updateComplete;
    expect(findControl(element, 'Номер заявления')?.value).to.equal('22-2026-000003');
    expect(findControl(element, 'На кого жалуетесь')?.value).to.equal(agency);
    expect(findControl(element, 'Расскажите')?.value).to.equal('Ответа нет.');
  });

  it('can be filled in, and tries again, when the list of agencies does not come', async () => {
    const element = await open({ portal: await openPortal({ catalogue: 'http://localhost:9/' }) });
    expect(visibleTextOf(element)).to.include('Список органов не загрузился');
    await expectAccessible(element);
    fill(element);
    element.portal = await openPortal();
    findButton(element, 'Попробовать ещё раз')?.click();
    await waitUntilFound(() => element.shadowRoot?.querySelector('option:nth-child(2)'), 'the agencies');
    expect(findControl(element, 'Расскажите')?.value).to.equal('Ответа нет уже месяц.');
  });

  it('speaks English too', async () => {
    const element = await open({ messages: en });
    expect(visibleTextOf(element)).to.include('Whom the complaint is about');
  });
});
