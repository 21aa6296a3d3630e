import { describe, expect, it } from 'vitest';

import { HIDDEN, excerpt } from './excerpt.ts';
import { find, type Engine, type Hit } from './find.ts';
import { plain, recordHtml, termRecord } from './records.ts';
import { withSynonyms } from './synonyms.ts';
import { fold, isKnown, keyWords, readings, vocabulary } from './typed.ts';

describe('what was typed', () => {
  it('folds «ё», case and marks', () => {
    expect(fold('  Приёмный РЕБЁНОК, 2-НДФЛ! ')).toBe('приемный ребенок 2-ндфл');
  });

  it('is read as typed first, and as Russian where it has Latin letters only', () => {
    expect(readings('садик')).toEqual(['садик']);
    expect(readings('cflbr')).toEqual(['cflbr', 'садик']);
    expect(readings('vfn rfgbnfk')).toEqual(['vfn rfgbnfk', 'мат капитал']);
    expect(readings('pdf справка')).toEqual(['pdf справка']);
  });

  it('is read as Russian at once where a mark stands in a Latin word', () => {
    expect(readings('hf,jnf')).toEqual(['работа']);
    expect(readings('J[jnybxbq')).toEqual(['охотничий']);
  });

  it('is nothing where there is no letter and no digit', () => {
    expect(readings(' … ')).toEqual([]);
  });

  it('keeps the telling words, and the small ones where there are no others', () => {
    expect(keyWords('как записать ребенка в садик')).toEqual(['записать', 'ребенка', 'садик']);
    expect(keyWords('что это')).toEqual(['что', 'это']);
  });
});

describe('a vocabulary', () => {
  const words = vocabulary(['Ребёнок идёт в садик', 'Охотничий билет']);

  it('knows a word in its forms', () => {
    expect(['ребенка', 'садика', 'охотничьего', 'билеты'].every((word) => isKnown(word, words))).toBe(true);
  });

  it('does not know a word that only begins alike', () => {
    expect(['абракадабра', 'санаторий', 'ъъъ'].some((word) => isKnown(word, words))).toBe(false);
  });
});

describe('synonyms', () => {
  const groups = [
    ['садик', 'детсад', 'ДОУ'],
    ['ребёнок', 'дети'],
  ];

  it('add the group of every known word, once', () => {
    expect(withSynonyms(['доу', 'садик', 'группа'], groups)).toEqual(['ДОУ', 'садик', 'группа', 'детсад']);
  });

  it('know a word with «е» for «ё»', () => {
    expect(withSynonyms(['ребенок'], groups)).toContain('дети');
  });
});

describe('a record', () => {
  it('escapes what editors write', () => {
    const html = recordHtml(
      termRecord({ id: 'x', data: { term: 'A < "B"', aliases: ['"><script>'], see: [] }, body: 'C & D' }),
    );
    expect(html).toContain('A &lt; &quot;B&quot;');
    expect(html).not.toContain('<script>');
  });

  it('reads Markdown as plain text', () => {
    expect(plain('## Срок\n\n1. **Подайте** [заявление](/services/x/).')).toBe('Срок\n\nПодайте заявление.');
  });
});

describe('an excerpt', () => {
  const text = `Детский сад. Первая фраза. Ребёнка ставят в очередь. ${HIDDEN} садик. очередь в ясли`;
  const of = (...words: string[]) => excerpt(text, 'О чём это.', words);

  it('is the sentence that says most, with the words marked', () => {
    expect(
      of('очереди', 'ребенка')
        .map(({ text: part }) => part)
        .join(''),
    ).toBe('Ребёнка ставят в очередь.');
    expect(of('очереди').filter(({ marked }) => marked)).toEqual([{ text: 'очередь', marked: true }]);
  });

  it('is the lead where the words stand in the title, or are not shown', () => {
    expect(of('садик')).toEqual(excerpt('', 'О чём это.', []));
  });
});

describe('find', () => {
  const hit = (id: string, score: number): Hit => ({
    id,
    score,
    data: () => Promise.reject(new Error('not asked for')),
  });
  const known = vocabulary(['садик, санаторий: ребёнок, дети, pdf']);
  const engine = (answers: Record<string, Hit[]>): Engine => ({
    search: (term) => {
      const results = answers[term ?? ''] ?? [];
      return Promise.resolve({ results, filters: {}, unfilteredResultCount: results.length });
    },
  });

  it('repairs the keyboard where nothing is known as typed, and says so', async () => {
    const found = await find(engine({ садик: [hit('sad', 1)] }), known, 'cflbr', {});
    expect(found).toMatchObject({ repaired: 'садик', partial: false, words: ['садик'] });
  });

  it('leaves Latin words alone that are known', async () => {
    expect(await find(engine({ pdf: [hit('a', 1)] }), known, 'pdf', {})).toMatchObject({
      repaired: undefined,
    });
  });

  it('leaves out words that are not known, and says so', async () => {
    const found = await find(engine({ садик: [hit('a', 1)] }), known, 'садик абракадабра', {});
    expect(found).toMatchObject({ partial: true, words: ['садик'] });
  });

  it('finds what has most of the words where nothing has all', async () => {
    const each = engine({ санаторий: [hit('a', 9)], детей: [hit('b', 5), hit('a', 1)] });
    const found = await find(each, known, 'санаторий для детей', {});
    expect(found.partial).toBe(true);
    expect(found.hits.map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('finds all that the filters leave where nothing is typed', async () => {
    expect((await find(engine({ '': [hit('a', 1)] }), known, ' ', { level: 'federal' })).hits).toHaveLength(
      1,
    );
  });

  it('counts what the other values of a filter in use would leave', async () => {
    const counting: Engine = {
      search: (_, { filters = {} } = {}) =>
        Promise.resolve({
          results: [hit('a', 1)],
          filters: { level: filters['level'] ? { federal: 1 } : { federal: 1, regional: 4 } },
          unfilteredResultCount: 5,
        }),
    };
    const found = await find(counting, known, 'садик', { level: 'federal' });
    expect(found.counts).toEqual({ level: { federal: 1, regional: 4 } });
  });

  it('finds nothing where no word is known', async () => {
    expect((await find(engine({ ъъъ: [hit('a', 1)] }), known, 'ъъъ', {})).hits).toEqual([]);
  });
});
