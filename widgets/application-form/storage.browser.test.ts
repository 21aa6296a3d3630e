import { expect } from 'chai';

import {
  ABOUT_YOU,
  APPLICATION_FORM_TAG,
  clickNext,
  fillStep,
  headingOf,
  openApplicationForm,
} from '../../tests/widgets/application-form.ts';
import {
  findControl,
  forgetDrafts,
  openPortal,
  typeInControl,
  visibleTextOf,
  waitForDraft,
  waitUntilFound,
} from '../../tests/widgets/page.ts';
import { draftRu } from '../forms/draft-messages.ts';
import type { ApplicationForm } from './application-form.ts';

describe('an application on a device with trouble', () => {
  beforeEach(() => forgetDrafts('detskiy-sad'));
  after(() => forgetDrafts('detskiy-sad'));

  const typeSurname = (element: ApplicationForm, text: string) => {
    typeInControl(findControl(element, 'Фамилия'), text);
  };

  it('opens within three seconds where the database does not answer, and says that nothing is kept', async () => {
    const open = indexedDB.open.bind(indexedDB);
    indexedDB.open = () => new EventTarget() as IDBOpenDBRequest;
    try {
      const portal = await openPortal();
      const begin = performance.now();
      const element = await openApplicationForm(portal);
      await waitUntilFound(() => headingOf(element) === 'О вас', 'the first step');
      expect(performance.now() - begin).to.be.lessThan(3000);
      typeSurname(element, 'Примерова');
      await waitUntilFound(() => visibleTextOf(element).includes(draftRu.notSaved), 'the note');
      // Who cannot see the drafts of the device cannot know that another tab has one.
      await new Promise((resolve) => setTimeout(resolve, 500));
      expect(visibleTextOf(element)).to.not.include(draftRu.elsewhere);
    } finally {
      indexedDB.open = open;
    }
  });

  it('goes on where another script has databases by any likely name', async () => {
    const names = ['okno', 'okno-drafts', 'drafts', 'vault', 'keyval-store'];
    const databases = await Promise.all(
      names.map(
        (name) =>
          new Promise<IDBDatabase>((resolve, reject) => {
            const request = indexedDB.open(name, 7);
            request.onsuccess = () => {
              resolve(request.result);
            };
            request.onerror = reject;
          }),
      ),
    );
    const element = await openApplicationForm();
    await fillStep(element, 'О вас', ABOUT_YOU);
    await waitForDraft('detskiy-sad', ({ step }) => step === 1);
    for (const database of databases) database.close();
    for (const name of names) indexedDB.deleteDatabase(name);
  });

  it('keeps all answers of two tabs: six of the one, a letter of the other', async () => {
    const first = await openApplicationForm();
    await waitUntilFound(() => headingOf(first) === 'О вас', 'the first step');
    document.body.append(
      Object.assign(first.cloneNode(), { service: 'detskiy-sad', portal: await openPortal() }),
    );
    const [, second = first] = document.querySelectorAll<ApplicationForm>(APPLICATION_FORM_TAG);
    await fillStep(second, 'О вас', { ...ABOUT_YOU, Фамилия: '' });
    await waitUntilFound(() => second.shadowRoot?.querySelector('.summary'), 'the summary');
    typeInControl(findControl(second, 'Отчество'), 'Петровна');
    typeSurname(first, 'П');
    const { values } = await waitForDraft(
      'detskiy-sad',
      ({ values: kept }) => kept['applicantLastName'] === 'П' && kept['applicantMiddleName'] === 'Петровна',
    );
    expect(values).to.include({
      applicantFirstName: ABOUT_YOU.Имя,
      applicantSnils: ABOUT_YOU.СНИЛС,
      applicantPhone: ABOUT_YOU.Телефон,
      applicantEmail: ABOUT_YOU['Электронная почта'],
    });
    await waitUntilFound(() => findControl(second, 'Фамилия')?.value === 'П', 'the letter in the other tab');
    clickNext(second);
    await waitUntilFound(() => headingOf(second) === 'О ребёнке', 'the next step');
  });
});
