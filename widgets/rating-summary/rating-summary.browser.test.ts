import { expect } from 'chai';

import { describeWidget } from '../../tests/widgets/describe-widget.ts';
import {
  openPortal,
  runSandboxCommand,
  findButton,
  visibleTextOf,
  waitUntilFound,
} from '../../tests/widgets/page.ts';
import { fetchRatingSummary } from '../portal/ratings.ts';
import { ru } from './messages.ts';
import { openSummary, states } from './states-for-tests.ts';

describe('<okno-rating-summary>', () => {
  it('shows numbers and bars as the portal counts them, and says that few are few', async () => {
    for (const [count, words] of [
      [5, ru.few],
      [500, ru.count(500)],
    ] as const) {
      const element = await openSummary(count, words);
      const { criteria } = await fetchRatingSummary(await openPortal(), { service: 'subsidii-zhku' });
      const rows = [...(element.shadowRoot?.querySelectorAll('.criterion') ?? [])];
      const shown = rows.map((row) => ({
        title: row.querySelector('span')?.textContent,
        mean: row.querySelector('b')?.textContent,
        width:
          Math.round(parseFloat(row.querySelector<HTMLElement>('.bar div')?.style.inlineSize ?? '') * 100) /
          100,
        times: [...row.querySelectorAll('td')].map((cell) => Number(cell.textContent)),
      }));
      expect(shown).to.have.lengthOf(7);
      expect(shown).to.deep.equal(
        criteria.map(({ criterion, mean, distribution }) => ({
          title: ru.criteria[criterion],
          mean: ru.mean(mean),
          width: Math.round(((mean - 1) / 4) * 10_000) / 100,
          times: distribution,
        })),
      );
      expect(visibleTextOf(element).includes(ru.few)).to.equal(count < 30);
    }
  });

  it('shows nothing of ratings that are fewer than five', async () => {
    for (const count of [0, 1]) {
      const element = await openSummary(count, ru.notEnough);
      expect(element.shadowRoot?.querySelector('.bar')).to.equal(null);
    }
  });

  it('tries again', async () => {
    const element = await states.failed();
    await runSandboxCommand({ command: 'fault' });
    findButton(element, ru.retry)?.click();
    await waitUntilFound(() => !visibleTextOf(element).includes(ru.failed), 'the summary');
  });
});

describeWidget({
  tag: 'okno-rating-summary',
  properties: { service: 'subsidii-zhku' },
  ready: (element) => element.shadowRoot?.querySelector('section > :is(p.quiet:not(.loading), ul)'),
  english: 'How people rate it',
});
