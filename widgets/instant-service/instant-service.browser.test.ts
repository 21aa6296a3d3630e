import { expect } from 'chai';

import { describeWidget } from '../../tests/widgets/describe-widget.ts';
import {
  findButton,
  findControl,
  openPortal,
  pressInPortalWindow,
  typeInControl,
  visibleTextOf,
  waitForDraft,
  waitUntilFound,
} from '../../tests/widgets/page.ts';
import type { InstantService } from './instant-service.ts';
import { ru } from './messages.ts';
import { SIGNED } from './signed-for-tests.ts';
import { chooseFiles, openInstant, saysInstant } from './states-for-tests.ts';

const ask = (element: InstantService) => {
  findButton(element, ru.send)?.click();
};
const typePlate = (element: InstantService, plate: string) => {
  typeInControl(findControl(element, ru.questions.plate.label), plate);
};
const requests = (path: string) =>
  performance.getEntriesByType('resource').filter(({ name }) => name.includes(path)).length;

describe('<okno-instant-service>', () => {
  it('answers on the spot, with date and source, and says that the sandbox has invented it', async () => {
    const element = await openInstant('fines');
    typePlate(element, 'a 123 bc 22');
    ask(element);
    await saysInstant(element, 'Ответ выдуман');
    const text = visibleTextOf(element);
    expect(text).to.match(/ГИС ГМП и Госавтоинспекция, \d+ \S+ \d{4}/);
    expect(text).to.match(/Всего: 2.250,00.₽/);
    await waitUntilFound(() => element.shadowRoot?.activeElement?.id === 'title', 'the focus');
  });

  it('draws the QR code on the device, with the discount while there is one', async () => {
    const element = await openInstant('fines');
    typePlate(element, 'А121ВС22');
    ask(element);
    await saysInstant(element, ru.answer.fines);
    expect(visibleTextOf(element)).to.match(/562,50.₽, если заплатить до/);
    const before = requests('/v1/');
    findButton(element, ru.pay)?.click();
    const qr = await waitUntilFound(() => element.shadowRoot?.querySelector('.qr path'), 'the QR code');
    expect(qr.getAttribute('d')).to.match(/^M4 4h1v1h-1z/);
    expect(requests('/v1/')).to.equal(before);
    findButton(element, ru.hideQr)?.click();
    await waitUntilFound(() => !element.shadowRoot?.querySelector('.qr'), 'no QR code');
  });

  it('says that the answer is being prepared, and shows it when the portal tells', async () => {
    const element = await openInstant('enforcementProceedings');
    ask(element);
    await saysInstant(element, ru.preparing);
    await saysInstant(element, 'Взыскание штрафа');
  });

  it('keeps no answer on the device, and shows it again to who has asked', async () => {
    const element = await openInstant('fines');
    typePlate(element, 'А121ВС22');
    ask(element);
    await saysInstant(element, ru.answer.fines);
    const draft = await waitForDraft('instant-fines', ({ receipt }) => !!receipt);
    expect(JSON.stringify(draft)).to.not.match(/А121|75_?000|1881/);
    const again = document.createElement('okno-instant-service');
    Object.assign(again, { service: 'fines', portal: element.portal });
    element.replaceWith(again);
    await saysInstant(again as InstantService, ru.answer.fines);
  });

  it('asks another question without the answer to the former one', async () => {
    const element = await openInstant('fines');
    typePlate(element, 'А121ВС22');
    ask(element);
    await saysInstant(element, ru.answer.fines);
    element.service = 'taxdebt';
    await saysInstant(element, ru.kinds.taxDebt.lead);
    expect(visibleTextOf(element)).to.not.include('75');
  });

  it('hides the answer as soon as the citizen has signed out', async () => {
    const element = await openInstant('fines');
    typePlate(element, 'А121ВС22');
    ask(element);
    await saysInstant(element, ru.answer.fines);
    await element.portal?.session.signOut();
    await saysInstant(element, ru.signedOut);
    expect(visibleTextOf(element)).to.not.include('КоАП');
  });

  if (navigator.userAgent.includes('Chrome/'))
    it('keeps what was typed when the portal asks to sign in, and answers then', async () => {
      const portal = await openPortal();
      const element = await openInstant('fines', Promise.resolve(portal));
      typePlate(element, 'А121ВС22');
      ask(element);
      await saysInstant(element, ru.signIn);
      expect(findControl(element, ru.questions.plate.label)?.value).to.equal('А121ВС22');
      findButton(element, ru.signIn)?.click();
      await pressInPortalWindow(portal, 'Анна');
      await saysInstant(element, ru.answer.fines);
    });

  describe('checks a signature', () => {
    it('and sends only the signature, never the file', async () => {
      const element = await openInstant('signatureCheck');
      const before = requests('/v1/uploads');
      await chooseFiles(element, new File([SIGNED.pdf], 'справка.pdf'));
      ask(element);
      await saysInstant(element, ru.signature.valid);
      expect(requests('/v1/uploads')).to.equal(before);
    });

    it('of a file that was changed, without asking anybody', async () => {
      const element = await openInstant('signatureCheck', openPortal());
      const before = requests('/v1/instant');
      const document = new File([SIGNED.document.replace('верно', 'неверно')], 'заявление.txt');
      await chooseFiles(element, document, new File([SIGNED.detached], 'заявление.sig'));
      ask(element);
      await saysInstant(element, ru.signature.changed);
      expect(requests('/v1/instant')).to.equal(before);
    });

    it('that it cannot read only after the citizen has agreed to send the file', async () => {
      const element = await openInstant('signatureCheck');
      const before = requests('/v1/uploads');
      await chooseFiles(element, new File([`${SIGNED.pdf}%`], 'справка.pdf', { type: 'application/pdf' }));
      ask(element);
      await saysInstant(element, ru.sendFile);
      expect(requests('/v1/uploads')).to.equal(before);
      // A click while the notice still comes into the window is taken for the second one of a double click.
      await waitUntilFound(() => {
        findButton(element, ru.sendFile)?.click();
        return visibleTextOf(element).includes(ru.signature.valid);
      }, ru.signature.valid);
      expect(requests('/v1/uploads')).to.be.greaterThan(before);
    });

    it('once more after the page was closed: the draft has the file', async () => {
      const element = await openInstant('signatureCheck');
      await chooseFiles(element, new File([SIGNED.pdf], 'справка.pdf'));
      await saysInstant(element, ru.saved);
      const again = document.createElement('okno-instant-service');
      Object.assign(again, { service: 'signaturecheck', portal: element.portal });
      element.replaceWith(again);
      await saysInstant(again as InstantService, 'справка.pdf');
      ask(again as InstantService);
      await saysInstant(again as InstantService, ru.signature.valid);
    });
  });
});

describeWidget({
  tag: 'okno-instant-service',
  properties: { service: 'fines' },
  ready: (element) => findControl(element, ru.questions.plate.label) ?? findControl(element, 'Number plate'),
  english: 'Traffic fines',
});
