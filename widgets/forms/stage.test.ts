import { describe, expect, it } from 'vitest';

import { moveStage, type Stage } from './stage.ts';

const STAGES: Record<Stage<string>['at'], Stage<string>> = {
  loading: { at: 'loading' },
  unknown: { at: 'unknown' },
  unavailable: { at: 'unavailable' },
  asking: { at: 'asking', step: 0 },
  sending: { at: 'sending', step: 0 },
  sent: { at: 'sent', receipt: '22-2026-000001', earlier: false },
};
type Name = keyof typeof STAGES;

describe('a form', () => {
  it.each<[Name, Name]>([
    ['loading', 'asking'],
    ['loading', 'unknown'],
    ['loading', 'unavailable'],
    ['loading', 'sent'],
    ['asking', 'asking'],
    ['asking', 'sending'],
    ['sending', 'asking'],
    ['sending', 'sent'],
  ])('goes from %s to %s', (from, to) => {
    expect(moveStage(STAGES[from], STAGES[to])).toBe(STAGES[to]);
  });

  it.each<[Name, Name]>([
    ['loading', 'sending'],
    ['unknown', 'asking'],
    ['unavailable', 'sending'],
    ['asking', 'unknown'],
    ['sending', 'sending'],
    ['sent', 'sending'],
    ['sent', 'asking'],
  ])('cannot go from %s to %s', (from, to) => {
    expect(() => moveStage(STAGES[from], STAGES[to])).toThrow(`A form that is ${from} cannot be ${to}`);
  });
});
