import { expect } from 'chai';

import { clickNext, fillAllSteps, openApplicationForm } from '../../tests/widgets/application-form.ts';
import {
  findButton,
  findControl,
  forgetDrafts,
  openPortal,
  typeInControl,
  visibleTextOf,
  waitUntilFound,
} from '../../tests/widgets/page.ts';
import { findSignedReceipt, readReceipt } from '../contract/receipts/signed-receipt.ts';
import type { ApplicationForm } from './application-form.ts';
import { ru } from './messages.ts';

const { saving } = ru;

/** A form that has been sent. */
async function sent(): Promise<ApplicationForm> {
  await forgetDrafts('detskiy-sad');
  const form = await openApplicationForm(await openPortal());
  await fillAllSteps(form);
  findControl(form, 'Даю согласие')?.click();
  await form.updateComplete;
  clickNext(form);
  await waitUntilFound(() => visibleTextOf(form).includes(ru.sent), 'the receipt');
  return form;
}

const numberOf = (form: ApplicationForm) =>
  form.shadowRoot?.querySelector('[data-number]')?.textContent ?? '';

/** Presses a button that saves a file; gives the text of the file. */
async function saved(form: ApplicationForm, button: string): Promise<string> {
  const createObjectURL = URL.createObjectURL.bind(URL);
  try {
    return await new Promise<string>((resolve) => {
      URL.createObjectURL = (file: Blob) => {
        void file.text().then(resolve);
        return createObjectURL(file);
      };
      findButton(form, button)?.click();
    });
  } finally {
    URL.createObjectURL = createObjectURL;
  }
}

describe('the receipt of an application', () => {
  let form: ApplicationForm;
  beforeEach(async () => {
    form = await sent();
  });

  it('says who answers whom, when it was sent, what happens next and how she is told', () => {
    const text = visibleTextOf(form);
    for (const words of [
      'Отправлено только что',
      'Кто ответит:',
      'Примерова Анна',
      'на почту и в СМС',
      ...saving.then,
    ])
      expect(text).to.include(words);
  });

  it('is printed on one sheet, with a code that anybody can check', async () => {
    const sheet = new Promise<Document>((resolve) => {
      new MutationObserver((_, observer) => {
        const page = form.shadowRoot?.querySelector('iframe')?.contentWindow;
        if (!page) return;
        observer.disconnect();
        page.print = () => {
          resolve(page.document);
        };
      }).observe(form.shadowRoot as ShadowRoot, { childList: true });
    });
    findButton(form, ru.print)?.click();
    const { body, title } = await sheet;
    const code = form.shadowRoot?.querySelector('[data-code]')?.textContent ?? '';
    expect(title).to.include(numberOf(form));
    for (const words of [numberOf(form), code, 'Примерова Анна', 'Ответ — не позднее', saving.qrHint])
      expect(body.innerText).to.include(words);
    expect(body.querySelectorAll('svg.qr path').length).to.equal(1);
    expect(body.querySelectorAll('button').length).to.equal(0);
  });

  it('is saved as a day of the calendar, and as a file with the signature of the portal', async () => {
    const number = numberOf(form);
    const calendar = await saved(form, saving.calendar);
    expect(calendar)
      .to.include(`UID:${number}@okno`)
      .and.match(/^BEGIN:VCALENDAR\r\n[^]*DTSTART;VALUE=DATE:\d{8}\r\n/);
    const file = await saved(form, saving.signed);
    expect(readReceipt(findSignedReceipt(file))).to.include({ number, applicant: 'Примерова Анна' });
    expect(file).to.not.include(form.shadowRoot?.querySelector('[data-code]')?.textContent.replace('-', ''));
  });

  it('stays beside the next one: its number is not lost by «Подать ещё одно», nor by a new page', async () => {
    const number = numberOf(form);
    findButton(form, ru.another)?.click();
    await waitUntilFound(() => findControl(form, 'Фамилия'), 'an empty form');
    typeInControl(findControl(form, 'Фамилия'), 'Образцова');
    const list = await waitUntilFound(() => form.shadowRoot?.querySelector('.drafts'), 'the earlier ones');
    expect(list.textContent).to.include(number);
    const again = await openApplicationForm(await openPortal());
    await waitUntilFound(
      () => again.shadowRoot?.querySelector('.drafts')?.textContent.includes(number),
      'the number',
    );
  });
});
