import './register.ts';

import { expect } from 'chai';

import { createAcceptedApplication } from '../../tests/widgets/cases.ts';
import { describeWidget, expectAccessible, expectNarrow } from '../../tests/widgets/describe-widget.ts';
import {
  findButton,
  findControl,
  waitUntilFound,
  mountElement,
  openPortal,
  visibleTextOf,
  runSandboxCommand,
  withoutPortal,
  typeInControl,
} from '../../tests/widgets/page.ts';
import type { CaseActionEvent } from '../portal/case-events.ts';
import { en } from './messages.en.ts';
import { getApplicationStatus } from '../portal/applications.ts';
import { createRating } from '../portal/ratings.ts';
import type { StatusTracker } from './status-tracker.ts';

const TAG = 'okno-status-tracker';
const NOBODY = { portal: 'http://localhost:9' };

describeWidget({
  tag: TAG,
  properties: {},
  ready: (element) => findButton(element, 'Узнать'),
  english: 'Where is my application?',
});

describe('<okno-status-tracker>', () => {
  const open = async (properties: Partial<StatusTracker> = {}) =>
    mountElement<StatusTracker>(TAG, { portal: await openPortal(), ...properties });
  const find = (element: StatusTracker, number: string, code: string) => {
    typeInControl(findControl(element, 'Номер заявления'), number);
    typeInControl(findControl(element, 'Код'), code);
    findButton(element, /Узнать|Попробовать/)?.click();
  };
  /** All tests come from one address, and a portal slows the address that has sent many wrong codes. */
  const forgetWrongCodes = async () => {
    await withoutPortal(() => undefined);
  };
  const focused = (element: StatusTracker) => element.shadowRoot?.activeElement?.textContent.trim() ?? '';

  it('finds an application by number and code, with or without dashes and spaces', async () => {
    const { number, code } = await createAcceptedApplication(await openPortal());
    const element = await open();
    find(element, ` №${number.replaceAll('-', ' ')}`, code.replace(/^(\d{4})/, '$1 – '));
    await waitUntilFound(() => visibleTextOf(element).includes(`№ ${number}`));
    expect(visibleTextOf(element)).to.match(/\d+ (рабоч|д).* до ответа/);
    expect(visibleTextOf(element)).to.include('не позднее');
    expect(visibleTextOf(element)).to.include('Заявление принято');
    expect(visibleTextOf(element)).to.match(/Решение.*до \d+/);
  });

  it('moves focus to the heading of the result', async () => {
    const { number, code } = await createAcceptedApplication(await openPortal());
    const element = await open();
    find(element, number, code);
    await waitUntilFound(() => focused(element).includes(number));
  });

  it('opens by itself when number and code are given, and only then', async () => {
    const { number, code } = await createAcceptedApplication(await openPortal());
    const element = await open({ number });
    expect(findControl(element, 'Номер заявления')?.value).to.equal(number);
    element.code = code;
    await waitUntilFound(() => visibleTextOf(element).includes(`№ ${number}`));
    await expectAccessible(element);
    await expectNarrow(element);
    await expectNarrow(element, '200%');
  });

  it('moves focus to the error summary when something is missing, and says it at the field', async () => {
    const element = await open();
    find(element, '22-2026', '');
    await waitUntilFound(() => focused(element).includes('В номере 12 цифр'));
    expect(findControl(element, 'Номер заявления')?.getAttribute('aria-invalid')).to.equal('true');
    await expectAccessible(element);
    findButton(element, 'Введите код')?.click();
    expect(element.shadowRoot?.activeElement).to.equal(findControl(element, 'Код'));
    typeInControl(findControl(element, 'Код'), '12345678');
    await waitUntilFound(() => !element.shadowRoot?.querySelector('#code-error'), 'no mistake');
  });

  it('lives by the clocks of its region, and shows what a number looks like there', async () => {
    const { number, code } = await createAcceptedApplication(await openPortal());
    const region = { code: '99', timeZone: 'Asia/Kamchatka' };
    const element = await open({ portal: await openPortal({ region }) });
    expect(visibleTextOf(element)).to.include('Например, 99-2026-004217');
    find(element, '99-2026', code);
    await waitUntilFound(() => visibleTextOf(element).includes('Например, 99-2026-004217'));
    find(element, number, code);
    await waitUntilFound(() => visibleTextOf(element).includes(`№ ${number}`));
    const time = element.shadowRoot?.querySelector<HTMLTimeElement>('time');
    const there = new Date(time?.dateTime ?? '').toLocaleTimeString('ru', {
      hour: '2-digit',
      minute: '2-digit',
      timeZone: region.timeZone,
    });
    expect(time?.textContent).to.include(there);
  });

  it('says what to check when number and code do not belong together', async () => {
    await forgetWrongCodes();
    const { number } = await createAcceptedApplication(await openPortal());
    const element = await open();
    find(element, number, '00000000');
    await waitUntilFound(() =>
      visibleTextOf(element).includes('Заявления или жалобы с таким номером и кодом нет'),
    );
    expect(findControl(element, 'Номер заявления')?.value).to.equal(number);
    await expectAccessible(element);
  });

  it('asks to compare both and to wait a minute after too many tries', async () => {
    await forgetWrongCodes();
    const portal = await openPortal();
    const { number } = await createAcceptedApplication(portal);
    for (let tries = 0; tries < 5; tries++)
      await getApplicationStatus(portal, { number, code: `0000000${tries}` }).catch(() => undefined);
    const element = await open();
    find(element, number, '99999999');
    await waitUntilFound(() =>
      visibleTextOf(element).includes('Сверьте номер и код с подтверждением и попробуйте через минуту'),
    );
  });

  it('keeps what was typed when the portal does not answer, and goes on when it does', async () => {
    const { number, code } = await createAcceptedApplication(await openPortal());
    const element = await open({ portal: await openPortal(NOBODY) });
    find(element, number, code);
    await waitUntilFound(() => visibleTextOf(element).includes('8 800 100-70-10'));
    expect(findControl(element, 'Код')?.value).to.equal(code);
    await expectAccessible(element);
    element.portal = await openPortal();
    await waitUntilFound(() => visibleTextOf(element).includes(`№ ${number}`));
  });

  it('follows the case step by step when it is refreshed', async () => {
    const { number, code } = await createAcceptedApplication(await openPortal());
    const element = await open({ number, code });
    await waitUntilFound(() => findButton(element, 'Обновить'));
    await runSandboxCommand({ command: 'move', number, move: { to: 'requested' } });
    findButton(element, 'Обновить')?.click();
    await waitUntilFound(() =>
      element.shadowRoot?.querySelector('[aria-current=step]')?.textContent.includes('Запросили сведения'),
    );
    expect(visibleTextOf(element)).to.match(/Обновлено в \d\d:\d\d/);
  });

  it('keeps the last known state when refreshing fails', async () => {
    const { number, code } = await createAcceptedApplication(await openPortal());
    const element = await open({ number, code });
    await waitUntilFound(() => findButton(element, 'Обновить'));
    await withoutPortal(async () => {
      findButton(element, 'Обновить')?.click();
      await waitUntilFound(() => visibleTextOf(element).includes('Портал не отвечает'));
    });
    expect(visibleTextOf(element)).to.include(`№ ${number}`);
  });

  it('offers to complain when the answer is late', async () => {
    const { number, code } = await createAcceptedApplication(await openPortal());
    await runSandboxCommand({ command: 'move', number, move: { overdue: true } });
    const element = await open({ number, code });
    const heard = new Promise<CaseActionEvent>((resolve) => {
      element.addEventListener('okno-case-action', resolve, { once: true });
    });
    await waitUntilFound(() => visibleTextOf(element).includes('Срок прошёл'));
    await expectAccessible(element);
    findButton(element, 'Пожаловаться')?.click();
    const event = await heard;
    expect([event.action, event.number]).to.deep.equal(['complain', number]);
    const next = document.createElement('okno-complaint-form') as HTMLElement & Record<string, string>;
    event.fillIn(next);
    expect(next).to.include({ number, code });
    expect(next['agency']).to.match(/^[a-z-]+$/);
    expect(Object.values(event)).to.not.include(code);
  });

  it('offers to rate the service when the result is ready, until it is rated', async () => {
    const portal = await openPortal();
    const { number, code } = await createAcceptedApplication(portal);
    await runSandboxCommand({ command: 'move', number, move: { to: 'ready' } });
    const element = await open({ number, code });
    await waitUntilFound(() => findButton(element, 'Оценить услугу'));
    expect(visibleTextOf(element)).to.include('Результат готов');
    await expectAccessible(element);
    await createRating(portal, { number, code, marks: { time: 5 } }, crypto.randomUUID());
    findButton(element, 'Обновить')?.click();
    await waitUntilFound(() => !findButton(element, 'Оценить услугу'));
  });

  it('says why it was refused, and that one can disagree', async () => {
    const { number, code } = await createAcceptedApplication(await openPortal());
    await runSandboxCommand({ command: 'move', number, move: { to: 'refused' } });
    const element = await open({ number, code });
    await waitUntilFound(() => findButton(element, 'Пожаловаться'));
    expect(visibleTextOf(element)).to.include('Не согласны с отказом');
    await expectAccessible(element);
  });

  it('says that a question waits for the citizen, and that the period waits too', async () => {
    const { number, code } = await createAcceptedApplication(await openPortal());
    await runSandboxCommand({ command: 'move', number, move: { to: 'asked' } });
    const element = await open({ number, code });
    await waitUntilFound(() => visibleTextOf(element).includes('Вам задали вопрос'));
    expect(visibleTextOf(element)).to.include('срок не идёт, пока вы не ответите');
    expect(visibleTextOf(element)).not.to.include('Если ответа не будет');
    await expectAccessible(element);
  });

  it('lets go of one application for another', async () => {
    const { number, code } = await createAcceptedApplication(await openPortal());
    const element = await open({ number, code });
    await waitUntilFound(() => findButton(element, 'Другой номер'));
    findButton(element, 'Другой номер')?.click();
    await waitUntilFound(() => focused(element) === 'Что с заявлением?');
    expect(findControl(element, 'Код')?.value).to.equal('');
  });

  it('speaks English too', async () => {
    const { number, code } = await createAcceptedApplication(await openPortal());
    const element = await open({ number, code, messages: en });
    await waitUntilFound(() => visibleTextOf(element).includes('until the answer'));
    expect(visibleTextOf(element)).to.include('Application accepted');
  });
});
