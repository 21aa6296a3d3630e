import { ABOUT_CHILD, ABOUT_YOU, fillStep, headingOf } from '../../tests/widgets/application-form.ts';
import { openHost, openedForm } from '../../tests/widgets/host-page.ts';
import {
  forgetDrafts,
  runSandboxCommand,
  spoil,
  visibleTextOf,
  waitUntilFound,
} from '../../tests/widgets/page.ts';
import { regionDay } from '../deadlines/calendar.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Sets the clock of the device so many milliseconds forward. */
const setClock = (ahead: number) => `var RealDate = Date;
  Date = class extends RealDate {
    constructor() { arguments.length ? super(...arguments) : super(RealDate.now() + ${ahead}); }
    static now() { return RealDate.now() + ${ahead}; }
  };`;

/** The day so many milliseconds from now in the region, as people write it: `28.11.2026`. */
const dayIn = (ahead: number) =>
  regionDay(new Date(Date.now() + ahead), 'Asia/Barnaul')
    .split('-')
    .reverse()
    .join('.');

/** Fills in the step about the child with a day of birth on a device with a wrong clock. Gives the form. */
async function bornOn(day: string, ahead: number) {
  const form = await openedForm(await openHost(setClock(ahead)));
  await fillStep(form, 'О вас', ABOUT_YOU);
  await fillStep(form, 'О ребёнке', { ...ABOUT_CHILD, 'Дата рождения': day });
  return form;
}

describe('a device whose clock is wrong', () => {
  afterEach(async () => {
    await runSandboxCommand({ command: 'fault' });
    await forgetDrafts('detskiy-sad');
  });

  for (const [name, day, ahead] of [
    ['20 hours behind: a child that is born today', dayIn(0), -20 * HOUR],
    ['a year behind: a child that was born half a year ago', dayIn(-180 * DAY), -365 * DAY],
    ['a year ahead: a child that was born yesterday', dayIn(-DAY), 365 * DAY],
  ] as const)
    it(`takes ${name}`, async () => {
      const form = await bornOn(day, ahead);
      await waitUntilFound(() => headingOf(form) === 'Адрес и детский сад', 'the next step');
    });

  it('refuses a day that is still to come, a year ahead', async () => {
    const form = await bornOn(dayIn(30 * DAY), 365 * DAY);
    await waitUntilFound(() => visibleTextOf(form).includes('Этот день ещё не наступил'), 'the mistake');
  });

  it('leaves the day to the portal where that does not tell the time', async () => {
    await spoil({ kind: 'cut', when: 'before', path: '/v1/services' });
    const form = await bornOn(dayIn(0), -20 * HOUR);
    await waitUntilFound(() => headingOf(form) === 'Адрес и детский сад', 'the next step');
  });
});
