/** Whatever happens is where one looks, and is heard once: in every widget, by what they share. */
import { expect } from 'chai';

import { measureContrasts } from '../../tests/hosts/contrast.ts';
import {
  ABOUT_CHILD,
  ABOUT_YOU,
  fillStep,
  openApplicationForm,
} from '../../tests/widgets/application-form.ts';
import {
  attachFile,
  findButton,
  findControl,
  forgetDrafts,
  mountElement,
  openPortal,
  pressInPortalWindow,
  runSandboxCommand,
  spoil,
  typeInControl,
  visibleTextOf,
  waitUntilFound,
} from '../../tests/widgets/page.ts';
import { press } from '../../tests/widgets/mouse.ts';
import type { ComplaintForm } from '../complaint-form/complaint-form.ts';
import '../complaint-form/register.ts';
import type { FileField } from '../forms/file-field.ts';
import '../forms/register-file-field.ts';
import type { RatingForm } from '../rating-form/rating-form.ts';
import '../rating-form/register.ts';
import type { WidgetElement } from './widget-element.ts';

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function openComplaint(): Promise<ComplaintForm> {
  await forgetDrafts('complaint');
  const form = await mountElement<ComplaintForm>('okno-complaint-form', { portal: await openPortal() });
  await guarded(form);
  await waitUntilFound(() => form.renderRoot.querySelector('#agency option:nth-child(2)'), 'the agencies');
  return form;
}

/** Waits for the code that a widget fetches after its first paint. */
const guarded = (widget: WidgetElement) =>
  waitUntilFound(() => widget.shadowRoot?.querySelector('.root > [role=status]'), 'the guard');

/** A complaint with all answers. */
async function openFilledComplaint(): Promise<ComplaintForm> {
  const form = await openComplaint();
  const select = form.renderRoot.querySelector<HTMLSelectElement>('#agency');
  if (select) select.value = select.options[1]?.value ?? '';
  form.renderRoot.querySelector<HTMLElement>('#ground')?.click();
  typeInControl(findControl(form, 'Расскажите'), 'Ответа нет уже месяц.');
  typeInControl(findControl(form, 'Как вас зовут'), 'Анна Примерова');
  typeInControl(findControl(form, 'Электронная почта'), 'anna@example.ru');
  findControl(form, 'Даю согласие')?.click();
  return form;
}

/** Collects what a widget says from now on. */
function listenTo(widget: Element): string[] {
  const region = widget.shadowRoot?.querySelector('.root > [role=status]');
  const heard: string[] = [];
  if (!region) throw new Error('There is no status region');
  new MutationObserver(() => {
    if (region.textContent) heard.push(region.textContent);
  }).observe(region, { childList: true });
  return heard;
}

describe('whatever happens in a widget', () => {
  afterEach(() => runSandboxCommand({ command: 'fault' }));

  it('swallows no click: an error that leaving a field shows waits for what is pressed', async () => {
    const form = await openComplaint();
    const phone = findControl(form, 'Телефон');
    phone?.focus();
    if (phone) phone.value = '123';
    phone?.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await press(findControl(form, 'Даю согласие')?.closest('label'));
    expect(findControl(form, 'Даю согласие')?.checked).to.equal(true);
    await waitUntilFound(() => form.renderRoot.querySelector('#phone-error'), 'the error');
    phone?.focus();
    await press(findButton(form, 'Отправить жалобу'));
    await waitUntilFound(() => form.renderRoot.querySelector('.summary'), 'the list of mistakes');
  });

  it('brings into the window why sending has failed', async () => {
    const form = await openFilledComplaint();
    await spoil({ kind: 'cut', when: 'before', path: '/v1/complaints' });
    scrollTo(0, 0);
    findButton(form, 'Отправить жалобу')?.click();
    const notice = await waitUntilFound(
      () => form.renderRoot.querySelector('.note [role=alert]'),
      'the notice',
    );
    await waitUntilFound(() => {
      const { top, bottom } = notice.getBoundingClientRect();
      return top > -1 && bottom < innerHeight + 1;
    }, 'the notice in the window');
  });

  it('says the title of a result, which has the focus', async () => {
    const form = await openFilledComplaint();
    const heard = listenTo(form);
    findButton(form, 'Отправить жалобу')?.click();
    await waitUntilFound(() => heard.join(' ').includes('Жалоба принята'), 'the title');
    expect(form.shadowRoot?.activeElement?.textContent.trim()).to.equal('Жалоба принята');
  });

  it('swallows no click of an application: a wrong e-mail address, and «next» at once', async () => {
    await forgetDrafts('detskiy-sad');
    const form = await openApplicationForm(await openPortal());
    const email = await waitUntilFound(() => findControl(form, 'Электронная почта'), 'the first step');
    await guarded(form);
    email.focus();
    email.value = 'anna';
    email.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await press(findButton(form, 'Дальше'));
    await waitUntilFound(() => form.shadowRoot?.activeElement?.matches('.summary'), 'the list of mistakes');
  });

  it('swallows no click on the radio button below a wrong date', async () => {
    await forgetDrafts('detskiy-sad');
    const form = await openApplicationForm(await openPortal());
    await fillStep(form, 'О вас', ABOUT_YOU);
    await fillStep(form, 'О ребёнке', ABOUT_CHILD);
    const date = await waitUntilFound(() => findControl(form, 'С какого дня'), 'the third step');
    await guarded(form);
    expect([...form.renderRoot.querySelectorAll(':invalid')], 'not tried yet').to.deep.equal([]);
    date.focus();
    typeInControl(date, '31.02.2027');
    // The step has just come, and the page scrolls to it.
    await wait(300);
    await press(findControl(form, 'Общеразвивающая')?.closest('label'));
    expect(findControl(form, 'Общеразвивающая')?.checked).to.equal(true);
    await waitUntilFound(() => visibleTextOf(form).includes('31 февраля 2027 года нет'), 'the error');
  });

  it('gives the focus to the greeting when the window of the portal has closed', async function () {
    // Only Chromium's launcher reaches that window.
    if (!navigator.userAgent.includes('Chrome/')) this.skip();
    await forgetDrafts('detskiy-sad');
    const portal = await openPortal();
    const form = await openApplicationForm(portal);
    const button = await waitUntilFound(() => findButton(form, 'Войти и подставить'), 'the first step');
    await guarded(form);
    button.focus();
    button.click();
    await pressInPortalWindow(portal, 'Примерова');
    await waitUntilFound(
      () => form.shadowRoot?.activeElement?.textContent.includes('Здравствуйте'),
      'the greeting with the focus',
    );
    await portal.session.signOut();
  });

  it('keeps a chosen mark readable under the pointer', async () => {
    const form = await mountElement<RatingForm>('okno-rating-form', { portal: await openPortal() });
    await guarded(form);
    const mark = form.renderRoot.querySelector('#mark-time-4');
    await press(mark);
    await waitUntilFound(() => mark?.matches(':checked:hover'), 'the mark under the pointer');
    const texts = measureContrasts(form).filter(({ text }) => text === '4');
    expect(Math.min(...texts.map(({ ratio }) => ratio))).to.be.above(4.5);
  });

  it('says refused, arrived and removed files with their names, and shows no empty list', async () => {
    const field = await mountElement<FileField>('okno-file-field', { portal: await openPortal() });
    await guarded(field);
    expect(field.renderRoot.querySelector('.files')?.getClientRects()).to.have.lengthOf(0);
    const heard = listenTo(field);
    const says = (words: string) => waitUntilFound(() => heard.join(' ').includes(words), words);
    attachFile(field, new File(['#!'], 'вирус.sh', { type: 'text/x-sh' }));
    await says('«вирус.sh» не подходит');
    for (const name of ['один.pdf', 'два.pdf'])
      attachFile(field, new File([`%PDF-1.4\n${name}\n%%EOF\n`], name, { type: 'application/pdf' }));
    await says('Файл «один.pdf» загружен.');
    await says('Файл «два.pdf» загружен.');
    findButton(field, 'убрать файл один.pdf')?.click();
    await says('Файл «один.pdf» убран.');
    expect(field.shadowRoot?.activeElement).to.equal(findButton(field, 'Добавить ещё'));
  });

  it('says the result once: the list takes the focus with title and entries, and is not said besides', async () => {
    const form = await openComplaint();
    const heard = listenTo(form);
    findButton(form, 'Отправить жалобу')?.click();
    const list = await waitUntilFound(() => form.shadowRoot?.activeElement, 'the focus at the list');
    const textOf = (attribute: string) =>
      form.shadowRoot?.getElementById(list.getAttribute(attribute) ?? '')?.textContent;
    expect(textOf('aria-labelledby')).to.equal('Проверьте ответы: 6');
    expect(textOf('aria-describedby')).to.contain('Отметьте согласие');
    form.announcer.say('Всё.');
    await waitUntilFound(() => heard.at(-1)?.endsWith('Всё.'), 'the sentence');
    expect(heard).to.deep.equal(['Всё.']);
  });

  it('says what has happened before the code for that was there', async () => {
    const form = await mountElement<ComplaintForm>('okno-complaint-form', { portal: await openPortal() });
    expect(form.announcer).to.have.property('unsaid');
    form.announcer.say('Файл загружен.');
    await guarded(form);
    const heard = listenTo(form);
    await waitUntilFound(() => heard.includes('Файл загружен.'), 'the sentence');
  });

  it('says a progress no more when its outcome is there', async () => {
    const form = await openComplaint();
    const heard = listenTo(form);
    form.announcer.say('Отправляем…', true);
    form.announcer.dropPassing?.();
    form.announcer.say('Готово.');
    await waitUntilFound(() => heard.length, 'a sentence');
    await wait(300);
    expect(heard).to.deep.equal(['Готово.']);
    expect(form.shadowRoot?.querySelector('.root > [role=status]')?.textContent).to.equal('Готово.');
  });

  it('calls nothing invalid before it was tried, and says hint and error at each control of a group', async () => {
    const form = await openComplaint();
    expect([...form.renderRoot.querySelectorAll('input:invalid, [aria-invalid=true]')]).to.deep.equal([]);
    expect(form.renderRoot.querySelector('fieldset')?.getAttribute('aria-required')).to.equal('true');
    findButton(form, 'Отправить жалобу')?.click();
    await waitUntilFound(() => form.renderRoot.querySelector('#ground-error'), 'the error');
    for (const radio of form.renderRoot.querySelectorAll('input[type=radio]'))
      expect(radio.getAttribute('aria-describedby')).to.equal('ground-error');
  });

  it('keeps what is mended in the list, and what is typed into in its place', async () => {
    const form = await openComplaint();
    findButton(form, 'Отправить жалобу')?.click();
    const name = findControl(form, 'Как вас зовут');
    await waitUntilFound(() => form.shadowRoot?.activeElement?.matches('.summary'), 'the focus at the list');
    // The page scrolls there.
    await wait(300);
    name?.focus();
    await wait(100);
    const [entries, { top = 0 } = {}] = [
      form.renderRoot.querySelectorAll('.summary li').length,
      name?.getBoundingClientRect(),
    ];
    typeInControl(name, 'Анна Примерова');
    await waitUntilFound(() => !form.renderRoot.querySelector('#name-error'), 'no error');
    expect(form.renderRoot.querySelectorAll('.summary li')).to.have.lengthOf(entries);
    expect(Math.abs((name?.getBoundingClientRect().top ?? 0) - top)).to.be.below(2);
  });

  it('gives the focus to the nearest part when what had it is gone', async () => {
    const field = await mountElement<FileField>('okno-file-field', { portal: await openPortal() });
    await guarded(field);
    attachFile(field, new File(['%PDF-1.4\n%%EOF\n'], 'справка.pdf', { type: 'application/pdf' }));
    const remove = await waitUntilFound(() => findButton(field, 'убрать файл справка.pdf'), 'the button');
    await waitUntilFound(() => visibleTextOf(field).includes('загружен'), 'the upload');
    (findButton(field, 'убрать файл') ?? remove).focus();
    field.value = [];
    await field.updateComplete;
    expect(field.shadowRoot?.activeElement).to.equal(findButton(field, 'Выбрать файл'));
  });
});
