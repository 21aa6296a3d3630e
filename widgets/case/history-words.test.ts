import * as v from 'valibot';
import { describe, expect, it } from 'vitest';

import { ApplicationHistorySchema } from '../contract/applications/schemas.ts';
import { entryTitle, roleName } from './history-words.ts';
import { ru } from './messages.ts';

const AT = '2026-11-30T03:00:00.000Z';

describe('entryTitle', () => {
  it('says what these widgets know in their own words', () => {
    const entry = { at: AT, role: 'specialist', title: 'Отказано', state: 'refused' };
    expect(entryTitle({ ...entry, action: 'stateChanged' }, ru)).toBe('Отказ');
    expect(entryTitle({ ...entry, action: 'fileIssued' }, ru)).toBe('Прислали файл');
  });

  it('says what only a newer portal knows in the words of the portal, or in neutral ones', () => {
    const item = { at: AT, role: 'archivist', action: 'archived', state: 'archived' };
    const { items } = v.parse(ApplicationHistorySchema, { items: [{ ...item, title: 'В архиве' }, item] });
    expect(items.map((entry) => entryTitle(entry, ru))).toEqual(['В архиве', 'Дело продвинулось']);
    expect(roleName('archivist', ru)).toBe('Участник дела');
  });
});
