import type { Messages } from './messages.ts';

const decimal = new Intl.NumberFormat('en', { minimumFractionDigits: 1, maximumFractionDigits: 2 });
const ratings = (count: number) => (count === 1 ? '1 rating' : `${count} ratings`);

/** English texts. */
export const en: Messages = {
  title: 'How people rate it',
  loading: 'Loading the ratings…',
  criteria: {
    time: 'Time',
    queue: 'Queue',
    politeness: 'Politeness and knowledge of the official',
    premises: 'Comfort of the premises',
    information: 'Information, electronic forms and payment',
    waiting: 'Waiting for the answer',
    convenience: 'Convenience as a whole',
  },
  count: (count) => `${ratings(count)} in all.`,
  few: 'That is few: it is early to judge by them.',
  notEnough:
    'There are fewer than five ratings yet, so they are not shown: one could see what a single person thinks.',
  sparse: 'Fewer than five people have answered each question, so there are no means yet.',
  mean: (mean) => `${decimal.format(mean)} of 5`,
  answers: ratings,
  details: 'How often each mark was given',
  mark: 'Mark',
  times: 'Times',
  failed: 'The ratings could not be loaded.',
  retry: 'Try again',
};
