import { expect } from 'chai';

import {
  ABOUT_CHILD,
  ABOUT_YOU,
  TAG,
  fill,
  fillAll,
  heading,
  next,
  open,
} from '../../tests/widgets/application-form.ts';
import { describeWidget, expectAccessible, expectNarrow } from '../../tests/widgets/describe-widget.ts';
import {
  attach,
  button,
  control,
  eventually,
  forgetDrafts,
  openPortal,
  said,
  sandbox,
  type,
} from '../../tests/widgets/page.ts';
import { Drafts } from '../drafts/drafts.ts';
import { ApplicationForm } from './application-form.ts';

describeWidget({
  tag: TAG,
  properties: { service: 'detskiy-sad' },
  ready: (element) => heading(element) === 'О вас',
});

/** Number of the step in which one looks over what one has filled in. */
const REVIEW = 4;

describe('<okno-application-form>', () => {
  const forget = () => forgetDrafts('detskiy-sad');
  beforeEach(forget);
  // Other files open the form too.
  after(forget);

  it('is accessible and narrow in every step, with mistakes too', async () => {
    const element = await open();
    await eventually(() => heading(element) === 'О вас');
    next(element);
    await eventually(() => element.shadowRoot?.querySelector('.summary'), 'the summary');
    await expectAccessible(element);
    for (const [title, answers] of [
      ['О вас', ABOUT_YOU],
      ['О ребёнке', ABOUT_CHILD],
      ['Адрес и детский сад', { 'Адрес, где': 'Барнаул, Ленина 12', 'С какого дня': '01.09.2027' }],
      ['Документы', {}],
    ] as const) {
      await fill(element, title, answers);
      await eventually(() => heading(element) !== title, `the step after «${title}»`);
      await expectAccessible(element);
      await expectNarrow(element);
      await expectNarrow(element, '200%');
    }
    expect(heading(element)).to.equal('Проверка');
  });

  it('sends the application once, and says number, code and day of the answer', async () => {
    const before = await sandbox({ act: 'count' });
    const element = await open();
    await fillAll(element);
    control(element, 'Даю согласие')?.click();
    next(element);
    next(element);
    await eventually(() => element.shadowRoot?.querySelector('[data-number]'), 'the receipt');
    expect(said(element)).to.match(/22-\d{4}-\d{6}.*\d{4}-\d{4}/);
    expect(said(element)).to.match(
      /не позднее: .*(января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря)/,
    );
    expect(await sandbox({ act: 'count' })).to.equal(before + 1);
    await expectAccessible(element);
    await expectNarrow(element);
  });

  it('asks for the consent before it sends', async () => {
    const element = await open();
    await fillAll(element);
    next(element);
    await eventually(() => said(element).includes('Отметьте согласие'), 'the mistake');
    await eventually(
      () => element.shadowRoot?.activeElement?.className === 'summary',
      'focus on the summary',
    );
  });

  it('moves focus to the error summary, whose links lead to the fields', async () => {
    const element = await open();
    await eventually(() => heading(element) === 'О вас');
    next(element);
    await eventually(
      () => element.shadowRoot?.activeElement?.className === 'summary',
      'focus on the summary',
    );
    button(element, 'СНИЛС')?.click();
    expect(element.shadowRoot?.activeElement?.id).to.equal('field-applicantSnils');
  });

  it('says what is wrong with a СНИЛС after leaving the field, and stops when it is mended', async () => {
    const element = await open();
    await eventually(() => heading(element) === 'О вас');
    type(control(element, 'СНИЛС'), '112-233-445 96');
    await eventually(() => said(element).includes('Две последние цифры'), 'the mistake');
    type(control(element, 'СНИЛС'), '112-233-445 95');
    await eventually(() => !said(element).includes('Две последние цифры'), 'no mistake');
  });

  it('keeps every word when the page is left and opened again', async () => {
    const element = await open();
    await fill(element, 'О вас', ABOUT_YOU);
    await eventually(() => heading(element) === 'О ребёнке');
    type(control(element, 'Имя ребёнка'), 'Пё');
    await eventually(() => said(element).includes('сохранено'), 'the draft');
    // The words were there before the last one was typed: its writing comes behind that of those before it.
    const drafts = new Drafts();
    let kept = '';
    for (let tries = 0; tries < 100 && kept !== 'Пё'; tries++) {
      const draft = (await drafts.load('detskiy-sad')) as { values: Record<string, string> } | undefined;
      kept = draft?.values['childFirstName'] ?? '';
    }
    const again = await open();
    await eventually(() => heading(again) === 'О ребёнке', 'the same step');
    expect(control(again, 'Имя ребёнка')?.value).to.equal('Пё');
    expect(said(again)).to.include('Мы сохранили то, что вы написали раньше');
  });

  it('keeps all when the portal is down, says so with a telephone, and sends when it is back', async () => {
    const element = await open();
    await fillAll(element);
    control(element, 'Даю согласие')?.click();
    await sandbox({ act: 'stop' });
    try {
      next(element);
      await eventually(() => said(element).includes('Портал не отвечает'), 'the notice');
      expect(said(element)).to.include('8 800 100-70-10').and.to.include('Примерова');
      await expectAccessible(element);
    } finally {
      await sandbox({ act: 'start' });
    }
    next(element);
    await eventually(() => element.shadowRoot?.querySelector('[data-number]'), 'the receipt');
  });

  it('sends again under the same key after a reload while sending, and gets the same number', async () => {
    const before = await sandbox({ act: 'count' });
    const element = await open();
    await fillAll(element);
    control(element, 'Даю согласие')?.click();
    next(element);
    for (const drafts = new Drafts(); ;) {
      const draft = await drafts.load('detskiy-sad');
      if (draft?.sent.length || draft?.receipt) break;
    }
    const again = await open();
    await eventually(() => again.shadowRoot?.querySelector('[data-number]'), 'the receipt');
    expect(await sandbox({ act: 'count' })).to.equal(before + 1);
  });

  it('sends once what is filled in in two tabs, and shows the number in both', async () => {
    const before = await sandbox({ act: 'count' });
    const first = await open();
    await fillAll(first);
    // A second tab begins with what the device has, where the last step of the first comes a little later.
    for (const drafts = new Drafts(); (await drafts.load('detskiy-sad'))?.step !== REVIEW;);
    const second = Object.assign(new ApplicationForm(), { service: first.service, portal: first.portal });
    document.body.append(second);
    await eventually(() => heading(second) === 'Проверка', 'the review in the second tab');
    button(second, 'Изменить: О вас')?.click();
    await fillAll(second, { ...ABOUT_CHILD, 'Имя ребёнка': 'Павел' });
    for (const tab of [first, second]) {
      control(tab, 'Даю согласие')?.click();
      next(tab);
      await eventually(() => tab.shadowRoot?.querySelector('[data-number]'), 'the receipt');
    }
    const [one, other] = [first, second].map((tab) => /22-\d{4}-\d{6}/.exec(said(tab))?.[0]);
    expect(other).to.equal(one);
    expect(await sandbox({ act: 'count' })).to.equal(before + 1);
  });

  it('shows at the fields what the portal refuses', async () => {
    // A form that is laxer than the portal's: any word may be an e-mail address.
    const portal = await openPortal({ forms: './lax-forms/' });
    const element = await open(portal);
    await fill(element, 'О вас', { ...ABOUT_YOU, 'Электронная почта': 'anna' });
    await fill(element, 'О ребёнке', ABOUT_CHILD);
    await fill(element, 'Адрес и детский сад', {
      'Адрес, где': 'Барнаул, Ленина 12',
      'С какого дня': '01.09.2027',
    });
    await fill(element, 'Документы', {});
    await eventually(() => heading(element) === 'Проверка');
    control(element, 'Даю согласие')?.click();
    next(element);
    await eventually(() => heading(element) === 'О вас', 'the step with the mistake');
    expect(said(element)).to.include('Портал не принял заявление').and.to.include('Введите адрес почты');
    expect(control(element, 'Электронная почта')?.value).to.equal('anna');
    expect(control(element, 'Фамилия')?.value).to.equal('Примерова');
  });

  it('tells citizen and webmaster when the service is not known', async () => {
    const told: unknown[] = [];
    const { error } = console;
    console.error = (...words: unknown[]) => told.push(words.join(' '));
    try {
      const element = await open(undefined, 'no-such-service');
      await eventually(() => said(element).includes('такой услуги нет'), 'the message');
      expect(told.join()).to.include('no-such-service');
    } finally {
      console.error = error;
    }
  });

  it('offers the fallback and another try when the form cannot be fetched', async () => {
    const element = await open(await openPortal({ forms: 'http://localhost:9/' }));
    await eventually(() => said(element).includes('Форма сейчас не открывается'), 'the notice');
    expect(button(element, 'Попробовать ещё раз')).to.not.equal(undefined);
    expect(element.shadowRoot?.querySelector('slot')).to.not.equal(null);
  });

  it('says at the field that the portal does not take a file which had to wait', async () => {
    await sandbox({ act: 'fault', fault: { kind: 'unavailable', retryAfter: 60, path: '/v1/uploads' } });
    const element = await open();
    await fill(element, 'О вас', ABOUT_YOU);
    await fill(element, 'О ребёнке', ABOUT_CHILD);
    await fill(element, 'Адрес и детский сад', {
      'Адрес, где': 'Барнаул, Ленина 12',
      'С какого дня': '01.09.2027',
    });
    const field = await eventually(
      () => element.shadowRoot?.querySelector('okno-file-field'),
      'the file field',
    );
    attach(field, new File(['MZ'], 'справка.pdf', { type: 'application/pdf' }));
    await eventually(() => said(field).includes('загрузим при отправке'), 'a file that waits');
    next(element);
    await eventually(() => heading(element) === 'Проверка', 'the review');
    await sandbox({ act: 'fault' });
    control(element, 'Даю согласие')?.click();
    next(element);
    await eventually(() => heading(element) === 'Документы', 'the step with the mistake');
    expect(said(element)).to.include('Портал не принял файл. Приложите другой');
  });
});
