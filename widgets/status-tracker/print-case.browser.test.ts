import './register.ts';

import { expect } from 'chai';

import { createAcceptedApplication, createAcceptedComplaint } from '../../tests/widgets/cases.ts';
import {
  findButton,
  mountElement,
  openPortal,
  runSandboxCommand,
  waitUntilFound,
} from '../../tests/widgets/page.ts';
import type { StatusTracker } from './status-tracker.ts';

/** Presses «Распечатать», and gives the sheet as soon as it goes to the printer. */
async function printed(keys: { number: string; code: string }): Promise<Document> {
  const { number, code } = keys;
  const element = await mountElement<StatusTracker>('okno-status-tracker', {
    portal: await openPortal(),
    number,
    code,
  });
  const button = await waitUntilFound(() => findButton(element, 'Распечатать'), 'the case');
  const sheet = new Promise<Document>((resolve) => {
    new MutationObserver((_, observer) => {
      const page = element.shadowRoot?.querySelector('iframe')?.contentWindow;
      if (!page) return;
      observer.disconnect();
      page.print = () => {
        resolve(page.document);
      };
    }).observe(element.shadowRoot as ShadowRoot, { childList: true });
  });
  button.focus();
  button.click();
  const found = await sheet;
  expect(element.shadowRoot?.activeElement).to.equal(button);
  return found;
}

describe('a case on paper', () => {
  it('is one sheet with the whole history, and nothing of the page or of the screen', async () => {
    document.body.insertAdjacentHTML('beforeend', '<p>Новости района</p>');
    const keys = await createAcceptedApplication(await openPortal());
    await runSandboxCommand({ command: 'invoice', number: keys.number });
    await runSandboxCommand({
      command: 'move',
      number: keys.number,
      move: { to: 'refused', text: 'Нет печати.' },
    });
    const { body, title, documentElement } = await printed(keys);
    const text = body.innerText;
    expect(title).to.include(keys.number);
    expect(documentElement.lang).to.equal('ru');
    for (const words of [
      keys.number,
      'Подано',
      'Отказ',
      'Нет печати.',
      'Выставили счёт',
      'Специалист',
      'По сведениям портала',
    ])
      expect(text).to.include(words);
    expect(text).to.not.include('Новости района');
    expect(body.querySelector('button, input, a')).to.equal(null);
  });

  it('is a sheet for a complaint too', async () => {
    const { body } = await printed(await createAcceptedComplaint(await openPortal()));
    expect(body.innerText).to.include('Жалоба принята');
  });
});
