import './register.ts';

import { expect } from 'chai';

import { createAcceptedApplication } from '../../tests/widgets/cases.ts';
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
  typeInControl,
  withoutStorage,
} from '../../tests/widgets/page.ts';
import { CRITERIA } from '../contract/ratings/criteria.ts';
import { DraftVault } from '../drafts/draft-vault.ts';
import type { CaseActionEvent } from '../portal/case-events.ts';
import type { RatingSentEvent } from './events.ts';
import { en } from './messages.en.ts';
import { ru } from './messages.ts';
import { createRating, fetchOwnRating } from '../portal/ratings.ts';
import { RatingForm } from './rating-form.ts';

const TAG = 'okno-rating-form';

describeWidget({
  tag: TAG,
  properties: {},
  ready: (element) => findButton(element, 'Отправить оценку'),
  english: 'Politeness and knowledge of the official',
});

describe('<okno-rating-form>', () => {
  beforeEach(() => forgetDrafts('rating'));

  const open = async (properties: Partial<RatingForm> = {}) =>
    mountElement<RatingForm>(TAG, { portal: await openPortal(), ...properties });
  /** An application with its result. */
  const ready = async () => {
    const created = await createAcceptedApplication(await openPortal());
    await runSandboxCommand({ command: 'move', number: created.number, move: { to: 'ready' } });
    return { number: created.number, code: created.code };
  };
  const mark = (element: RatingForm, criterion: string, value: number) =>
    element.shadowRoot?.querySelector<HTMLInputElement>(`#mark-${criterion}-${value}`);
  const send = (element: RatingForm) => findButton(element, 'Отправить оценку')?.click();
  const focused = (element: RatingForm) => element.shadowRoot?.activeElement?.textContent.trim() ?? '';

  it('asks the seven criteria, each with five marks in words', async () => {
    const element = await open();
    const groups = [...(element.shadowRoot?.querySelectorAll('fieldset') ?? [])];
    expect(groups).to.have.lengthOf(CRITERIA.length);
    for (const group of groups)
      expect(group.querySelectorAll('input[type=radio][aria-label]')).to.have.lengthOf(5);
    expect(mark(element, 'time', 5)?.ariaLabel).to.equal('5, отлично');
  });

  it('sends what was chosen, tells the page, and moves focus to the thanks', async () => {
    const element = await open(await ready());
    const heard = new Promise<RatingSentEvent>((resolve) => {
      element.addEventListener('okno-rating-sent', resolve, { once: true });
    });
    mark(element, 'politeness', 4)?.click();
    mark(element, 'queue', 2)?.click();
    typeInControl(findControl(element, 'Что ещё сказать'), 'Всё хорошо');
    send(element);
    expect((await heard).marks).to.deep.include({ politeness: 4, queue: 2 });
    expect(focused(element)).to.include('Спасибо');
    expect(await new DraftVault().load('rating')).to.equal(undefined);
    await expectAccessible(element);
  });

  it('moves focus to the error summary when no mark is chosen', async () => {
    const element = await open({ number: '22-2026-000001', code: '12345678' });
    send(element);
    await waitUntilFound(() => focused(element).includes('Поставьте хотя бы одну оценку'));
    await expectAccessible(element);
    await expectNarrow(element);
    findButton(element, 'Поставьте хотя бы одну')?.click();
    expect(element.shadowRoot?.activeElement).to.equal(mark(element, 'time', 1));
    mark(element, 'waiting', 3)?.click();
    await waitUntilFound(() => !element.shadowRoot?.querySelector('.error'), 'no mistake');
    // The list keeps it, as mended, until the next check: all below it would move else.
    expect(element.shadowRoot?.querySelector('.summary .tick')?.textContent).to.include(
      'Поставьте хотя бы одну',
    );
  });

  it('keeps the answers when sending fails', async () => {
    const element = await open({
      ...(await ready()),
      portal: await openPortal({ portal: 'http://localhost:9' }),
    });
    mark(element, 'time', 5)?.click();
    send(element);
    await waitUntilFound(() => visibleTextOf(element).includes('8 800 100-70-10'));
    expect(mark(element, 'time', 5)?.checked).to.equal(true);
    await expectAccessible(element);
    element.portal = await openPortal();
    send(element);
    await waitUntilFound(() => visibleTextOf(element).includes('Оценка принята'));
  });

  it('does not say that the answers are kept where the device refuses to keep them', () =>
    withoutStorage(async () => {
      const portal = await openPortal({ portal: 'http://localhost:9' });
      const element = await open({ number: '22-2026-000001', code: '12345678', portal });
      mark(element, 'time', 5)?.click();
      send(element);
      await waitUntilFound(() => visibleTextOf(element).includes('Портал не ответил'), 'the notice');
      expect(visibleTextOf(element)).to.include('не сохраняется').and.to.not.include('сохранено');
    }));

  it('keeps the answers when the page is loaded again', async () => {
    const first = await open({ number: '22-2026-000001' });
    mark(first, 'premises', 3)?.click();
    typeInControl(findControl(first, 'Что ещё сказать'), 'Нет пандуса');
    await new Promise((resolve) => setTimeout(resolve, 200));
    const element = await open();
    await waitUntilFound(() => mark(element, 'premises', 3)?.checked);
    expect(findControl(element, 'Что ещё сказать')?.value).to.equal('Нет пандуса');
    await waitUntilFound(() => visibleTextOf(element).includes('Мы сохранили'), 'the notice');
  });

  it('does not carry marks over to another application', async () => {
    const element = await open({ number: '22-2026-000001' });
    mark(element, 'premises', 3)?.click();
    element.number = '22-2026-000002';
    await element.updateComplete;
    expect(mark(element, 'premises', 3)?.checked).to.equal(false);
  });

  it('keeps two ratings on one page apart, also when the page is loaded again', async () => {
    const portal = await openPortal();
    const numbers = ['22-2026-000001', '22-2026-000002'];
    const first = await open({ number: numbers[0] ?? '' });
    const second = Object.assign(new RatingForm(), { portal, number: numbers[1] });
    document.body.append(second);
    await second.updateComplete;
    mark(first, 'time', 5)?.click();
    mark(second, 'time', 2)?.click();
    mark(first, 'queue', 4)?.click();
    await waitUntilFound(
      () => visibleTextOf(first).includes('сохранено') && visibleTextOf(second).includes('сохранено'),
    );
    expect(mark(second, 'queue', 4)?.checked).to.equal(false);
    expect(mark(second, 'time', 2)?.checked).to.equal(true);
    const again = await open({ number: numbers[0] ?? '' });
    await waitUntilFound(() => mark(again, 'time', 5)?.checked && mark(again, 'queue', 4)?.checked);
    again.number = numbers[1] ?? '';
    await waitUntilFound(() => mark(again, 'time', 2)?.checked);
    expect(mark(again, 'queue', 4)?.checked).to.equal(false);
  });

  it('finds a rating again under the number that was typed', async () => {
    const typed = await open();
    mark(typed, 'time', 3)?.click();
    typeInControl(findControl(typed, 'Номер заявления'), '№ 22 2026 000003');
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(await new DraftVault().load('rating')).to.equal(undefined);
    const element = await open({ number: '22-2026-000003' });
    await waitUntilFound(() => mark(element, 'time', 3)?.checked);
  });

  it('ends the rating that it sends when the page names another application', async () => {
    const keys = await ready();
    const element = await open(keys);
    const heard = new Promise<RatingSentEvent>((resolve) => {
      element.addEventListener('okno-rating-sent', resolve, { once: true });
    });
    mark(element, 'time', 5)?.click();
    await delayResponses('/v1/ratings');
    send(element);
    await waitUntilFound(() => visibleTextOf(element).includes('Отправляем'));
    Object.assign(element, { number: '22-2026-900001', code: '' });
    await element.updateComplete;
    mark(element, 'time', 1)?.click();
    const rating = await heard;
    expect(rating.number).to.equal(keys.number);
    expect(rating.marks.time).to.equal(5);
    expect(visibleTextOf(element)).to.include('Как всё прошло?').and.to.not.include('Спасибо');
    expect(mark(element, 'time', 1)?.checked).to.equal(true);
    await runSandboxCommand({ command: 'fault' });
  });

  it('thanks for a rating that was already sent', async () => {
    const keys = await ready();
    const portal = await openPortal();
    await createRating(portal, { ...keys, marks: { time: 5 } }, crypto.randomUUID());
    const element = await open(keys);
    mark(element, 'time', 1)?.click();
    send(element);
    await waitUntilFound(() => focused(element).includes('уже оценили'));
    await expectAccessible(element);
  });

  it('can be changed for a day, also when it is opened anew, and keeps the name out of it', async () => {
    const keys = await ready();
    const element = await open(keys);
    mark(element, 'time', 5)?.click();
    element.shadowRoot?.querySelector<HTMLInputElement>('#anonymous')?.click();
    send(element);
    await waitUntilFound(() => findButton(element, ru.change), ru.change);
    const again = await open(keys);
    mark(again, 'time', 1)?.click();
    send(again);
    await waitUntilFound(() => focused(again).includes('уже оценили'), 'the thanks');
    findButton(again, ru.change)?.click();
    await waitUntilFound(() => mark(again, 'time', 5)?.checked, 'the rating as it was');
    expect(again.shadowRoot?.querySelector<HTMLInputElement>('#anonymous')?.checked).to.equal(true);
    mark(again, 'time', 2)?.click();
    send(again);
    await waitUntilFound(() => focused(again).includes(ru.changed), ru.changed);
    const { marks, anonymous } = await fetchOwnRating(await openPortal(), keys);
    expect([marks.time, anonymous]).to.deep.equal([2, true]);
  });

  it('says that there is no result yet, and where to look for it', async () => {
    const { number, code } = await createAcceptedApplication(await openPortal());
    const element = await open({ number, code });
    mark(element, 'time', 5)?.click();
    send(element);
    await waitUntilFound(() => visibleTextOf(element).includes('Результата ещё нет'));
    await expectAccessible(element);
    const heard = new Promise<CaseActionEvent>((resolve) => {
      element.addEventListener('okno-case-action', resolve, { once: true });
    });
    findButton(element, 'Что с заявлением?')?.click();
    expect((await heard).action).to.equal('follow');
    expect(mark(element, 'time', 5)?.checked).to.equal(true);
  });

  it('says what to check when number and code do not belong together', async () => {
    const { number } = await ready();
    const element = await open({ number, code: '00000000' });
    mark(element, 'time', 5)?.click();
    send(element);
    await waitUntilFound(() => visibleTextOf(element).includes('Заявления с таким номером и кодом нет'));
  });

  it('takes all marks back', async () => {
    const element = await open();
    mark(element, 'time', 5)?.click();
    await element.updateComplete;
    findButton(element, 'Убрать все оценки')?.click();
    await element.updateComplete;
    expect(mark(element, 'time', 5)?.checked).to.equal(false);
  });

  it('speaks English too', async () => {
    const element = await open({ messages: en });
    expect(visibleTextOf(element)).to.include('Politeness and knowledge of the official');
  });
});
