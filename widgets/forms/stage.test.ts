import { describe, expect, it } from 'vitest';

import { requireAllowedStage, type Stage } from './stage.ts';

const STAGES: Record<Stage<string>['at'], Stage<string>> = {
  loading: { at: 'loading' },
  notFound: { at: 'notFound' },
  unavailable: { at: 'unavailable' },
  asking: { at: 'asking', step: 0 },
  sending: { at: 'sending', step: 0 },
  waiting: { at: 'waiting', step: 0, for: 'answer' },
  sent: { at: 'sent', receipt: '22-2026-000001', isEarlierVersion: false },
};
type Name = keyof typeof STAGES;

describe('a form', () => {
  it.each<[Name, Name]>([
    ['loading', 'loading'],
    ['loading', 'asking'],
    ['loading', 'notFound'],
    ['loading', 'unavailable'],
    ['loading', 'sent'],
    ['asking', 'asking'],
    ['asking', 'sending'],
    ['sending', 'asking'],
    ['sending', 'sent'],
    ['sending', 'waiting'],
    ['asking', 'waiting'],
    ['waiting', 'asking'],
    ['waiting', 'sent'],
  ])('goes from %s to %s', (from, to) => {
    expect(requireAllowedStage(STAGES[from], STAGES[to])).toBe(STAGES[to]);
  });

  it.each<[Name, Name]>([
    ['loading', 'sending'],
    ['notFound', 'asking'],
    ['unavailable', 'sending'],
    ['asking', 'notFound'],
    ['sending', 'sending'],
    ['sent', 'sending'],
    ['sent', 'asking'],
    ['sent', 'waiting'],
    ['loading', 'waiting'],
  ])('cannot go from %s to %s', (from, to) => {
    expect(() => requireAllowedStage(STAGES[from], STAGES[to])).toThrow(
      `A form that is ${from} cannot be ${to}`,
    );
  });
});
