import { expect } from 'chai';

import { fillAll, heading, next, open } from '../../tests/widgets/application-form.ts';
import {
  answerLate,
  control,
  eventually,
  forgetDrafts,
  openPortal,
  said,
  sandbox,
  type,
} from '../../tests/widgets/page.ts';
import type { ApplicationInput } from '../contract/applications/schemas.ts';
import type { Draft } from '../drafts/draft.ts';
import { Drafts } from '../drafts/drafts.ts';
import type { FormState } from '../forms/form.ts';

const OTHER = 'subsidii-zhku';
const numberIn = (element: Element) => /22-\d{4}-\d{6}/.exec(said(element))?.[0];
const load = (id: string) => new Drafts<Draft<ApplicationInput, { number: string }>>().load(id);

describe('<okno-application-form> on a page that names another service', () => {
  const forget = async () => {
    await sandbox({ act: 'fault' });
    for (const service of ['detskiy-sad', OTHER]) await forgetDrafts(service);
  };
  beforeEach(forget);
  after(forget);

  it('ends what it has begun to send, and leaves the other draft whole', async () => {
    const other = await open(undefined, OTHER);
    await eventually(() => control(other, 'Фамилия'), 'the other form');
    type(control(other, 'Фамилия'), 'Вторая');
    await eventually(() => said(other).includes('сохранено'), 'the other draft');

    const element = await open();
    await fillAll(element);
    control(element, 'Даю согласие')?.click();
    const heard = new Promise<string>((resolve) => {
      element.addEventListener('okno-application-submitted', (event) => {
        resolve(event.application.number);
      });
    });
    await answerLate('/v1/applications');
    next(element);
    await eventually(() => said(element).includes('Отправляем'), 'the sending');
    element.service = OTHER;
    await eventually(() => control(element, 'Фамилия')?.value === 'Вторая', 'the draft of the other service');
    const number = await heard;

    expect(numberIn(element)).to.equal(undefined);
    const [sent, draft] = await Promise.all([load('detskiy-sad'), load(OTHER)]);
    expect(sent?.receipt?.number).to.equal(number);
    expect(draft).to.not.have.property('receipt');
    expect(draft?.sent).to.deep.equal([]);
    expect(draft?.key).to.not.equal(sent?.key);
    expect(control(element, 'Фамилия')?.value).to.equal('Вторая');
    element.service = 'detskiy-sad';
    await eventually(() => numberIn(element) === number, 'the receipt under its own service');
  });

  it('does not take the consent to one application for the consent to another', async () => {
    const element = await open();
    await fillAll(element);
    control(element, 'Даю согласие')?.click();
    element.service = OTHER;
    await eventually(() => control(element, 'Даю согласие') === undefined, 'the other form');
    element.service = 'detskiy-sad';
    await eventually(() => heading(element) === 'Проверка', 'the review');
    expect(control(element, 'Даю согласие')?.checked).to.equal(false);
  });

  it('says that the questions have changed, keeps the answers, and does not send by itself again', async () => {
    const element = await open(await openPortal({ forms: './old-forms/' }));
    await fillAll(element);
    control(element, 'Даю согласие')?.click();
    next(element);
    await eventually(() => said(element).includes('вопросы формы обновились'), 'the notice');
    const { stage } = element.form.state as FormState<unknown>;
    expect(stage.at).to.equal('asking');
    expect(said(element)).to.include('Примерова');
    expect((await load('detskiy-sad'))?.sent).to.deep.equal([]);
  });
});
