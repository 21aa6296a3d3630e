import './register.ts';

import { expect } from 'chai';

import { createAcceptedApplication } from '../../tests/widgets/cases.ts';
import { expectAccessible, expectNarrow } from '../../tests/widgets/describe-widget.ts';
import {
  attachFile,
  findButton,
  findControl,
  mountElement,
  openPortal,
  runSandboxCommand,
  spoil,
  typeInControl,
  visibleTextOf,
  waitUntilFound,
} from '../../tests/widgets/page.ts';
import type { CaseActionEvent } from '../portal/case-events.ts';
import type { StatusTracker } from './status-tracker.ts';

const PDF = new File(['%PDF-1.4\n%%EOF\n'], 'справка.pdf', { type: 'application/pdf' });
type Keys = Awaited<ReturnType<typeof createAcceptedApplication>>;

/** Opens a case by number and code, without signing in. */
async function openCase({ number, code }: Pick<Keys, 'number' | 'code'>): Promise<StatusTracker> {
  const element = await mountElement<StatusTracker>('okno-status-tracker', {
    portal: await openPortal(),
    number,
    code,
  });
  await waitUntilFound(() => findButton(element, 'Обновить'), 'the case');
  return element;
}

/** Opens a section by its title, and waits for its element. */
async function openSection(element: StatusTracker, title: string, tag: string): Promise<HTMLElement> {
  const summaries = [...(element.shadowRoot?.querySelectorAll('summary') ?? [])];
  summaries.find(({ textContent }) => textContent.includes(title))?.click();
  return sectionOf(element, tag);
}

const sectionOf = (element: HTMLElement, tag: string) =>
  waitUntilFound(() => element.shadowRoot?.querySelector<HTMLElement>(tag), tag);
const says = (element: Element, words: string) =>
  waitUntilFound(() => visibleTextOf(element).includes(words), words);
const move = (number: string, to: 'asked' | 'ready' | 'refused' | 'checked', text?: string) =>
  runSandboxCommand({ command: 'move', number, move: { to, ...(text !== undefined && { text }) } });

/** The six digits of the newest letter or SMS. */
async function sentDigits(): Promise<string> {
  const [newest = ''] = await runSandboxCommand<string[]>({ command: 'outbox' });
  return /^\d{6}/.exec(newest)?.[0] ?? '';
}

/** Confirms by a code that it is the applicant who asks. */
async function confirm(section: Element): Promise<void> {
  const box = await waitUntilFound(
    () => section.shadowRoot?.querySelector('okno-case-step-up'),
    'the step up',
  );
  await expectAccessible(box);
  (await waitUntilFound(() => findButton(box, 'Прислать код'), 'the channels')).click();
  const digits = await waitUntilFound(() => findControl(box, 'Код подтверждения'), 'the box');
  typeInControl(digits, await sentDigits());
  findButton(box, 'Подтвердить')?.click();
}

describe('<okno-status-tracker>, a case without signing in', () => {
  afterEach(() => runSandboxCommand({ command: 'fault' }));

  it('answers a question with text and a photo, and keeps what was typed', async () => {
    const keys = await createAcceptedApplication(await openPortal(), 'detskiy-sad');
    await move(keys.number, 'asked', 'Пришлите вторую страницу справки.');
    let element = await openCase(keys);
    expect(visibleTextOf(element)).to.include('Пришлите вторую страницу справки.');
    expect(visibleTextOf(element)).not.to.match(/\d+ рабоч.* до ответа/);
    findButton(element, 'Ответить')?.click();
    let form = await sectionOf(element, 'okno-case-form');
    typeInControl(await waitUntilFound(() => findControl(form, 'Ответ')), 'Вот она.');
    await waitUntilFound(() => visibleTextOf(form).includes('сохранено'), 'the draft');
    await expectAccessible(element);
    await expectNarrow(element);

    element = await openCase(keys);
    findButton(element, 'Ответить')?.click();
    form = await sectionOf(element, 'okno-case-form');
    await waitUntilFound(() => findControl(form, 'Ответ')?.value === 'Вот она.', 'what was typed');
    const field = await waitUntilFound(() => form.shadowRoot?.querySelector('okno-file-field'));
    attachFile(field, PDF);
    await says(field, '· загружен');
    findButton(form, 'Отправить ответ')?.click();
    await says(element, 'Вы ответили на вопрос');
    expect(element.shadowRoot?.activeElement?.textContent).to.include(keys.number);
    const letters = await openSection(element, 'Письма', 'okno-case-letters');
    await says(letters, 'Вот она.');
    expect(visibleTextOf(letters)).to.include('справка.pdf');
  });

  it('keeps the answer when the line is cut, and sends it once', async () => {
    const keys = await createAcceptedApplication(await openPortal());
    await move(keys.number, 'asked', 'Кто прописан с вами?');
    const element = await openCase(keys);
    findButton(element, 'Ответить')?.click();
    const form = await sectionOf(element, 'okno-case-form');
    typeInControl(await waitUntilFound(() => findControl(form, 'Ответ')), 'Никто.');
    await spoil({ kind: 'cut', when: 'after', path: '/v1/applications', methods: ['POST'] });
    findButton(form, 'Отправить ответ')?.click();
    await says(form, 'Может быть, уже дошло');
    expect(findControl(form, 'Ответ')?.value).to.equal('Никто.');
    await runSandboxCommand({ command: 'fault' });
    findButton(form, 'Отправить ответ')?.click();
    await says(element, 'Вы ответили на вопрос');
    const letters = await openSection(element, 'Письма', 'okno-case-letters');
    await says(letters, 'Никто.');
    expect(visibleTextOf(letters).match(/Никто\./g)).to.have.lengthOf(1);
  });

  it('agrees with another tab about an answer that is being written, and about one that was sent', async () => {
    const keys = await createAcceptedApplication(await openPortal());
    await move(keys.number, 'asked', 'Кто прописан с вами?');
    const element = await openCase(keys);
    const other = document.createElement('okno-status-tracker');
    Object.assign(other, { portal: await openPortal(), ...keys });
    document.body.append(other);
    const [form, otherForm] = await Promise.all(
      [element, other].map(async (tracker) => {
        (await waitUntilFound(() => findButton(tracker, 'Ответить'), 'the question')).click();
        return sectionOf(tracker, 'okno-case-form');
      }),
    );
    if (!form || !otherForm) throw new Error('There are two');
    await waitUntilFound(() => findControl(otherForm, 'Ответ'), 'the other form');
    typeInControl(await waitUntilFound(() => findControl(form, 'Ответ')), 'Никто.');
    await waitUntilFound(() => findControl(otherForm, 'Ответ')?.value === 'Никто.', 'what was typed there');
    findButton(form, 'Отправить ответ')?.click();
    await says(element, 'Вы ответили на вопрос');
    window.dispatchEvent(new Event('online'));
    await says(other, 'Вы ответили на вопрос');
    expect(other.shadowRoot?.querySelector('okno-case-form')).to.equal(null);
  });

  it('shows an invoice with its QR code and its details', async () => {
    const keys = await createAcceptedApplication(await openPortal());
    await runSandboxCommand({ command: 'invoice', number: keys.number });
    const element = await openCase(keys);
    findButton(element, 'Показать счёт')?.click();
    const section = await sectionOf(element, 'okno-case-invoices');
    await says(section, '350 ₽');
    findButton(section, 'QR-код для банка')?.click();
    await waitUntilFound(() => section.shadowRoot?.querySelector('svg path[d]'), 'the QR code');
    expect(findButton(section, 'Оплатить на портале')?.getAttribute('href')).to.include('returnTo=');
    await expectAccessible(element);
    await expectNarrow(section);
  });

  it('chooses a time, moves it and cancels the visit', async () => {
    const keys = await createAcceptedApplication(await openPortal());
    await runSandboxCommand({ command: 'offer-visit', number: keys.number, text: 'Возьмите паспорт.' });
    const element = await openCase(keys);
    findButton(element, 'Выбрать время')?.click();
    const section = await sectionOf(element, 'okno-case-visit');
    await says(section, 'Возьмите паспорт.');
    const times = () => [
      ...(section.shadowRoot?.querySelectorAll<HTMLInputElement>('input[name=Время]') ?? []),
    ];
    times()[0]?.click();
    await expectAccessible(element);
    (await waitUntilFound(() => findButton(section, 'Приду: '))).click();
    await waitUntilFound(() => findButton(section, 'Добавить в календарь'), 'the visit');
    await says(element, 'Вас ждут');
    (await waitUntilFound(() => findButton(section, 'Перенести'))).click();
    await waitUntilFound(() => times()[1], 'other times');
    times()[1]?.click();
    (await waitUntilFound(() => findButton(section, 'Приду: '))).click();
    await waitUntilFound(() => !times().length, 'the other time');
    findButton(section, 'Отменить визит')?.click();
    (await waitUntilFound(() => findButton(section, 'Да, отменить'))).click();
    await waitUntilFound(() => findButton(section, 'Выберите время'), 'the offer again');
  });

  it('saves a file only after a code to the applicant, and never opens it', async () => {
    const keys = await createAcceptedApplication(await openPortal(), 'detskiy-sad');
    await move(keys.number, 'ready');
    const element = await openCase(keys);
    const section = await openSection(element, 'Файлы', 'okno-case-files');
    (await waitUntilFound(() => findButton(section, 'Скачать'))).click();
    const saved: string[] = [];
    Object.defineProperty(HTMLAnchorElement.prototype, 'click', {
      configurable: true,
      value(this: HTMLAnchorElement) {
        saved.push(this.download);
      },
    });
    await confirm(section);
    await waitUntilFound(() => saved.length, 'the file').finally(() => {
      Reflect.deleteProperty(HTMLAnchorElement.prototype, 'click');
    });
    expect(visibleTextOf(section)).to.include(saved[0]);
  });

  it('opens the form with all answers after a refusal', async () => {
    const keys = await createAcceptedApplication(await openPortal(), 'detskiy-sad');
    await move(keys.number, 'refused', 'В справке нет октября.');
    const element = await openCase(keys);
    findButton(element, 'Исправить и подать снова')?.click();
    const section = await sectionOf(element, 'okno-case-mend');
    await waitUntilFound(() => findButton(section, 'Открыть форму с ответами'), visibleTextOf(section));
    const heard = new Promise<CaseActionEvent>((resolve) => {
      element.addEventListener('okno-case-action', resolve, { once: true });
    });
    findButton(section, 'Открыть форму с ответами')?.click();
    await confirm(section);
    const event = await heard;
    const next = document.createElement('okno-application-form') as HTMLElement & Record<string, unknown>;
    event.fillIn(next);
    expect([event.action, next['service']]).to.deep.equal(['correct', 'detskiy-sad']);
    expect(Object.values(event)).to.not.include(keys.code);
  });
});
