import { expect } from 'chai';

import {
  ABOUT_CHILD,
  ABOUT_YOU,
  APPLICATION_FORM_TAG,
  fillStep,
  fillAllSteps,
  headingOf,
  clickNext,
  openApplicationForm,
} from '../../tests/widgets/application-form.ts';
import { describeWidget, expectAccessible, expectNarrow } from '../../tests/widgets/describe-widget.ts';
import {
  attachFile,
  findButton,
  findControl,
  waitForDraft,
  waitUntilFound,
  forgetDrafts,
  openPortal,
  visibleTextOf,
  runSandboxCommand,
  withoutPortal,
  typeInControl,
  withoutStorage,
} from '../../tests/widgets/page.ts';
import { sendingRu } from '../forms/sending-messages.ts';
import { ApplicationForm } from './application-form.ts';

describeWidget({
  tag: APPLICATION_FORM_TAG,
  properties: { service: 'detskiy-sad' },
  ready: (element) => headingOf(element) === 'О вас',
  english: 'Sign in and fill in what is known of me',
});

/** Number of the step in which one looks over what one has filled in. */
const REVIEW = 4;

/** What every scanner takes for a virus (https://www.eicar.org). */
const EICAR = '%PDF-1.7 X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*';

describe('<okno-application-form>', () => {
  const forget = () => forgetDrafts('detskiy-sad');
  beforeEach(forget);
  // Other files open the form too.
  after(forget);

  it('is accessible and narrow in every step, with mistakes too', async () => {
    const element = await openApplicationForm();
    await waitUntilFound(() => headingOf(element) === 'О вас');
    clickNext(element);
    await waitUntilFound(() => element.shadowRoot?.querySelector('.summary'), 'the summary');
    await expectAccessible(element);
    for (const [title, answers] of [
      ['О вас', ABOUT_YOU],
      ['О ребёнке', ABOUT_CHILD],
      ['Адрес и детский сад', { 'Адрес, где': 'Барнаул, Ленина 12', 'С какого дня': '01.09.2027' }],
      ['Документы', {}],
    ] as const) {
      await fillStep(element, title, answers);
      await waitUntilFound(() => headingOf(element) !== title, `the step after «${title}»`);
      await expectAccessible(element);
      await expectNarrow(element);
      await expectNarrow(element, '200%');
    }
    expect(headingOf(element)).to.equal('Проверка');
  });

  it('opens the next step without mistakes after a double click, however fast it is', async () => {
    const element = await openApplicationForm();
    const expectUntouchedStep = async () => {
      await waitUntilFound(() => headingOf(element) === 'О ребёнке', 'the next step');
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect(visibleTextOf(element)).to.include('Шаг 2 из 5').and.not.to.include('Проверьте ответы');
    };
    await fillStep(element, 'О вас', ABOUT_YOU);
    clickNext(element);
    await expectUntouchedStep();
    const next = element.shadowRoot?.querySelector('form .go .button');
    next?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, detail: 2 }));
    await expectUntouchedStep();
    clickNext(element);
    await waitUntilFound(() => visibleTextOf(element).includes('Проверьте ответы'), 'the mistakes');
  });

  it('sends the application once, and says number, code and day of the answer', async () => {
    const before = await runSandboxCommand({ command: 'count' });
    const element = await openApplicationForm();
    await fillAllSteps(element);
    findControl(element, 'Даю согласие')?.click();
    clickNext(element);
    clickNext(element);
    await waitUntilFound(() => element.shadowRoot?.querySelector('[data-number]'), 'the receipt');
    expect(visibleTextOf(element)).to.match(/22-\d{4}-\d{6}.*\w{5}-\w{5}/);
    expect(visibleTextOf(element)).to.match(
      /не позднее: .*(января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря)/,
    );
    expect(await runSandboxCommand({ command: 'count' })).to.equal(before + 1);
    await expectAccessible(element);
    await expectNarrow(element);
  });

  it('asks for the consent before it sends', async () => {
    const element = await openApplicationForm();
    await fillAllSteps(element);
    clickNext(element);
    await waitUntilFound(() => visibleTextOf(element).includes('Отметьте согласие'), 'the mistake');
    await waitUntilFound(
      () => element.shadowRoot?.activeElement?.className === 'summary',
      'focus on the summary',
    );
  });

  it('says what to do where the portal does not know the consent that was ticked', async () => {
    const element = await openApplicationForm(await openPortal({ consent: { version: '1' } }));
    await fillAllSteps(element);
    findControl(element, 'Даю согласие')?.click();
    clickNext(element);
    await waitUntilFound(() => visibleTextOf(element).includes('Обновите страницу и отметьте новый'));
  });

  it('moves focus to the error summary, whose links lead to the fields', async () => {
    const element = await openApplicationForm();
    await waitUntilFound(() => headingOf(element) === 'О вас');
    clickNext(element);
    await waitUntilFound(
      () => element.shadowRoot?.activeElement?.className === 'summary',
      'focus on the summary',
    );
    findButton(element, 'телефон')?.click();
    expect(element.shadowRoot?.activeElement?.id).to.equal('field-applicantPhone');
  });

  it('says what is wrong with a СНИЛС after leaving the field, and stops when it is mended', async () => {
    const element = await openApplicationForm();
    await waitUntilFound(() => headingOf(element) === 'О вас');
    typeInControl(findControl(element, 'СНИЛС'), '112-233-445 96');
    await waitUntilFound(() => visibleTextOf(element).includes('Две последние цифры'), 'the mistake');
    typeInControl(findControl(element, 'СНИЛС'), '112-233-445 95');
    await waitUntilFound(() => !visibleTextOf(element).includes('Две последние цифры'), 'no mistake');
  });

  it('keeps every word when the page is left and opened again', async () => {
    const element = await openApplicationForm();
    await fillStep(element, 'О вас', ABOUT_YOU);
    await waitUntilFound(() => headingOf(element) === 'О ребёнке');
    typeInControl(findControl(element, 'Имя ребёнка'), 'Пё');
    await waitUntilFound(() => visibleTextOf(element).includes('сохранено'), 'the draft');
    // The words were there before the last one was typed: its writing comes behind that of those before it.
    await waitForDraft('detskiy-sad', ({ values }) => values['childFirstName'] === 'Пё');
    const again = await openApplicationForm();
    await waitUntilFound(() => headingOf(again) === 'О ребёнке', 'the same step');
    expect(findControl(again, 'Имя ребёнка')?.value).to.equal('Пё');
    await waitUntilFound(() => visibleTextOf(again).includes('Мы сохранили то, что вы написали раньше'));
  });

  it('keeps all when the portal is down, says so with a telephone, and sends when it is back', async () => {
    const element = await openApplicationForm();
    await fillAllSteps(element);
    findControl(element, 'Даю согласие')?.click();
    await withoutPortal(async () => {
      clickNext(element);
      await waitUntilFound(() => visibleTextOf(element).includes(sendingRu.checking), 'that it is checked');
      expect(visibleTextOf(element)).to.include('8 800 100-70-10');
      await expectAccessible(element);
      findButton(element, sendingRu.leave)?.click();
      await waitUntilFound(() => visibleTextOf(element).includes('Примерова'), 'the answers');
    });
    clickNext(element);
    await waitUntilFound(() => element.shadowRoot?.querySelector('[data-number]'), 'the receipt');
  });

  it('does not say that what was typed is kept where the device refuses to keep it', () =>
    withoutStorage(async () => {
      const element = await openApplicationForm(await openPortal({ portal: 'http://localhost:9' }));
      await fillAllSteps(element);
      findControl(element, 'Даю согласие')?.click();
      clickNext(element);
      await waitUntilFound(() => visibleTextOf(element).includes(sendingRu.checking), 'that it is checked');
      expect(visibleTextOf(element)).to.include('не сохраняется').and.to.not.include('можно закрыть');
    }));

  it('sends again under the same key after a reload while sending, and gets the same number', async () => {
    const before = await runSandboxCommand({ command: 'count' });
    const element = await openApplicationForm();
    await fillAllSteps(element);
    findControl(element, 'Даю согласие')?.click();
    clickNext(element);
    await waitForDraft('detskiy-sad', ({ sent, receipt }) => sent.length > 0 || !!receipt);
    const again = await openApplicationForm();
    await waitUntilFound(() => again.shadowRoot?.querySelector('[data-number]'), 'the receipt');
    expect(await runSandboxCommand({ command: 'count' })).to.equal(before + 1);
  });

  it('sends once what is filled in in two tabs, and shows the number in both', async () => {
    const before = await runSandboxCommand({ command: 'count' });
    const first = await openApplicationForm();
    await fillAllSteps(first);
    // A second tab begins with what the device has, where the last step of the first comes a little later.
    await waitForDraft('detskiy-sad', ({ step }) => step === REVIEW);
    const second = Object.assign(new ApplicationForm(), { service: first.service, portal: first.portal });
    document.body.append(second);
    await waitUntilFound(() => headingOf(second) === 'Проверка', 'the review in the second tab');
    findButton(second, 'Изменить: О вас')?.click();
    await fillAllSteps(second, { ...ABOUT_CHILD, 'Имя ребёнка': 'Павел' });
    for (const tab of [first, second]) {
      findControl(tab, 'Даю согласие')?.click();
      clickNext(tab);
      await waitUntilFound(() => tab.shadowRoot?.querySelector('[data-number]'), 'the receipt');
    }
    const [one, other] = [first, second].map((tab) => /22-\d{4}-\d{6}/.exec(visibleTextOf(tab))?.[0]);
    expect(other).to.equal(one);
    expect(await runSandboxCommand({ command: 'count' })).to.equal(before + 1);
  });

  it('shows at the fields what the portal refuses', async () => {
    // A form that is laxer than the portal's: any word may be an e-mail address.
    const portal = await openPortal({ forms: './lax-forms/' });
    const element = await openApplicationForm(portal);
    await fillStep(element, 'О вас', { ...ABOUT_YOU, 'Электронная почта': 'anna' });
    await fillStep(element, 'О ребёнке', ABOUT_CHILD);
    await fillStep(element, 'Адрес и детский сад', {
      'Адрес, где': 'Барнаул, Ленина 12',
      'С какого дня': '01.09.2027',
    });
    await fillStep(element, 'Документы', {});
    await waitUntilFound(() => headingOf(element) === 'Проверка');
    findControl(element, 'Даю согласие')?.click();
    clickNext(element);
    await waitUntilFound(() => headingOf(element) === 'О вас', 'the step with the mistake');
    expect(visibleTextOf(element))
      .to.include('Портал не принял заявление')
      .and.to.include('Введите адрес почты');
    expect(findControl(element, 'Электронная почта')?.value).to.equal('anna');
    expect(findControl(element, 'Фамилия')?.value).to.equal('Примерова');
  });

  it('tells citizen and webmaster when the service is not known', async () => {
    const told: unknown[] = [];
    const { error } = console;
    console.error = (...words: unknown[]) => told.push(words.join(' '));
    try {
      const element = await openApplicationForm(undefined, 'no-such-service');
      await waitUntilFound(() => visibleTextOf(element).includes('такой услуги нет'), 'the message');
      expect(told.join()).to.include('no-such-service');
    } finally {
      console.error = error;
    }
  });

  it('offers the fallback and another try when the form cannot be fetched', async () => {
    const element = await openApplicationForm(await openPortal({ forms: 'http://localhost:9/' }));
    await waitUntilFound(() => visibleTextOf(element).includes('Форма не открывается'), 'the notice');
    expect(findButton(element, 'Попробовать ещё раз')).to.not.equal(undefined);
    expect(element.shadowRoot?.querySelector('slot')).to.not.equal(null);
  });

  it('says at the field that the portal does not take a file which had to wait', async () => {
    await runSandboxCommand({
      command: 'fault',
      fault: { kind: 'unavailable', retryAfter: 60, path: '/v1/uploads' },
    });
    const element = await openApplicationForm();
    await fillStep(element, 'О вас', ABOUT_YOU);
    await fillStep(element, 'О ребёнке', ABOUT_CHILD);
    await fillStep(element, 'Адрес и детский сад', {
      'Адрес, где': 'Барнаул, Ленина 12',
      'С какого дня': '01.09.2027',
    });
    const field = await waitUntilFound(
      () => element.shadowRoot?.querySelector('okno-file-field'),
      'the file field',
    );
    attachFile(field, new File([EICAR], 'справка.pdf', { type: 'application/pdf' }));
    await waitUntilFound(() => visibleTextOf(field).includes('нет связи'), 'a file that rests');
    clickNext(element);
    await waitUntilFound(() => headingOf(element) === 'Проверка', 'the review');
    await runSandboxCommand({ command: 'fault' });
    findControl(element, 'Даю согласие')?.click();
    clickNext(element);
    await waitUntilFound(() => headingOf(element) === 'Документы', 'the step with the mistake');
    expect(visibleTextOf(element)).to.include('Портал не принял файл. Приложите другой');
  });
});
