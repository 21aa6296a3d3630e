import { expect } from 'chai';

import {
  fillAllSteps,
  headingOf,
  clickNext,
  openApplicationForm,
} from '../../tests/widgets/application-form.ts';
import {
  delayResponses,
  findButton,
  findControl,
  waitUntilFound,
  forgetDrafts,
  openPortal,
  openSignedIn,
  visibleTextOf,
  runSandboxCommand,
  typeInControl,
} from '../../tests/widgets/page.ts';
import type { ApplicationInput } from '../contract/applications/schemas.ts';
import type { Draft } from '../drafts/draft.ts';
import { DraftVault } from '../drafts/draft-vault.ts';
import type { FormState } from '../forms/form.ts';

const OTHER = 'subsidii-zhku';
const numberIn = (element: Element) => /22-\d{4}-\d{6}/.exec(visibleTextOf(element))?.[0];
const load = (id: string) => new DraftVault<Draft<ApplicationInput, { number: string }>>().load(id);

describe('<okno-application-form> on a page that names another service', () => {
  const forget = async () => {
    await runSandboxCommand({ command: 'fault' });
    for (const service of ['detskiy-sad', OTHER]) await forgetDrafts(service);
  };
  beforeEach(forget);
  after(forget);

  it('ends what it has begun to send, and leaves the other draft whole', async () => {
    const other = await openApplicationForm(undefined, OTHER);
    await waitUntilFound(() => findControl(other, 'Фамилия'), 'the other form');
    typeInControl(findControl(other, 'Фамилия'), 'Вторая');
    await waitUntilFound(() => visibleTextOf(other).includes('сохранено'), 'the other draft');

    const element = await openApplicationForm();
    await fillAllSteps(element);
    findControl(element, 'Даю согласие')?.click();
    const heard = new Promise<string>((resolve) => {
      element.addEventListener('okno-application-submitted', (event) => {
        resolve(event.application.number);
      });
    });
    await delayResponses('/v1/applications');
    clickNext(element);
    await waitUntilFound(() => visibleTextOf(element).includes('Отправляем'), 'the sending');
    element.service = OTHER;
    await waitUntilFound(
      () => findControl(element, 'Фамилия')?.value === 'Вторая',
      'the draft of the other service',
    );
    const number = await heard;

    expect(numberIn(element)).to.equal(undefined);
    const [sent, draft] = await Promise.all([load('detskiy-sad'), load(OTHER)]);
    expect(sent?.receipt?.number).to.equal(number);
    expect(draft).to.not.have.property('receipt');
    expect(draft?.sent).to.deep.equal([]);
    expect(draft?.key).to.not.equal(sent?.key);
    expect(findControl(element, 'Фамилия')?.value).to.equal('Вторая');
    element.service = 'detskiy-sad';
    await waitUntilFound(() => numberIn(element) === number, 'the receipt under its own service');
  });

  it('does not take the consent to one application for the consent to another', async () => {
    const element = await openApplicationForm();
    await fillAllSteps(element);
    findControl(element, 'Даю согласие')?.click();
    element.service = OTHER;
    await waitUntilFound(() => findControl(element, 'Даю согласие') === undefined, 'the other form');
    element.service = 'detskiy-sad';
    await waitUntilFound(() => headingOf(element) === 'Проверка', 'the review');
    expect(findControl(element, 'Даю согласие')?.checked).to.equal(false);
  });

  it('does not greet the citizen of one service in the form of another, when she has signed out', async function () {
    // WebKitGTK without a keyring does not store keys.
    if (!/Chrome\/|Firefox\//.test(navigator.userAgent)) this.skip();
    const portal = await openSignedIn();
    const element = await openApplicationForm(portal);
    await waitUntilFound(() => visibleTextOf(element).includes('Здравствуйте, Анна'), 'the greeting');
    await portal.session.signOut();
    element.service = OTHER;
    await waitUntilFound(() => findButton(element, 'Войти'), 'the button');
    expect(visibleTextOf(element)).to.not.include('Анна');
  });

  it('says that the questions have changed, keeps the answers, and does not send by itself again', async () => {
    const element = await openApplicationForm(await openPortal({ forms: './old-forms/' }));
    await fillAllSteps(element);
    findControl(element, 'Даю согласие')?.click();
    clickNext(element);
    await waitUntilFound(() => visibleTextOf(element).includes('вопросы формы обновились'), 'the notice');
    const { stage } = element.form.state as FormState<unknown>;
    expect(stage.at).to.equal('asking');
    expect(visibleTextOf(element)).to.include('Примерова');
    expect((await load('detskiy-sad'))?.sent).to.deep.equal([]);
  });
});
