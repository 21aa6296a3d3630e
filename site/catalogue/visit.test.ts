import * as v from 'valibot';
import { describe, expect, it } from 'vitest';

import { VisitAdviceSchema } from '../../widgets/contract/visits/schemas.ts';
import { visitAdvice } from './visit.ts';

const paper = (title: string, presented: 'now' | 'visit' | 'both' | 'details', required = true) => ({
  title,
  note: undefined,
  required,
  presented,
});

describe('visitAdvice', () => {
  it('says which papers to bring, and how to find the agency', () => {
    const brought = [
      paper('Заявление', 'details'),
      paper('Паспорт', 'visit'),
      paper('Справка', 'both', false),
      paper('Снимок', 'now'),
    ];
    const documents = { brought } as unknown as Parameters<typeof visitAdvice>[0]['documents'];
    const address = { line: 'Примерск, улица Примерная, 1', note: 'Вход со двора', checked: true };
    const advice = visitAdvice({ documents }, { address: { postcode: undefined, ...address } });
    expect(v.parse(VisitAdviceSchema, advice)).toEqual({
      bring: [
        { title: 'Паспорт', required: true },
        { title: 'Справка', required: false },
      ],
      way: 'Вход со двора',
    });
  });
});
