import { describe, expect, it } from 'vitest';

import { HIDDEN_TEXT_MARK, excerptOf } from './excerpt.ts';
import { searchCatalogue, type PagefindEngine, type Hit } from './search-catalogue.ts';
import { recordHtml } from './record-html.ts';
import { markdownToText, termRecord } from './records.ts';
import { addSynonyms } from './synonyms.ts';
import { normalizeText, isInVocabulary, withoutStopWords, queryVariants, vocabularyOf } from './query.ts';

describe('what was typed', () => {
  it('folds «ё», case and marks', () => {
    expect(normalizeText('  Приёмный РЕБЁНОК, 2-НДФЛ! ')).toBe('приемный ребенок 2-ндфл');
  });

  it('is read as typed first, and as Russian where it has Latin letters only', () => {
    expect(queryVariants('садик')).toEqual(['садик']);
    expect(queryVariants('cflbr')).toEqual(['cflbr', 'садик']);
    expect(queryVariants('vfn rfgbnfk')).toEqual(['vfn rfgbnfk', 'мат капитал']);
    expect(queryVariants('pdf справка')).toEqual(['pdf справка']);
  });

  it('is read as Russian at once where a mark stands in a Latin word', () => {
    expect(queryVariants('hf,jnf')).toEqual(['работа']);
    expect(queryVariants('J[jnybxbq')).toEqual(['охотничий']);
  });

  it('is nothing where there is no letter and no digit', () => {
    expect(queryVariants(' … ')).toEqual([]);
  });

  it('keeps the telling words, and the small ones where there are no others', () => {
    expect(withoutStopWords('как записать ребенка в садик')).toEqual(['записать', 'ребенка', 'садик']);
    expect(withoutStopWords('что это')).toEqual(['что', 'это']);
  });
});

describe('a vocabulary', () => {
  const words = vocabularyOf(['Ребёнок идёт в садик', 'Охотничий билет']);

  it('knows a word in its forms', () => {
    expect(['ребенка', 'садика', 'охотничьего', 'билеты'].every((word) => isInVocabulary(word, words))).toBe(
      true,
    );
  });

  it('does not know a word that only begins alike', () => {
    expect(['абракадабра', 'санаторий', 'ъъъ'].some((word) => isInVocabulary(word, words))).toBe(false);
  });
});

describe('synonyms', () => {
  const groups = [
    ['садик', 'детсад', 'ДОУ'],
    ['ребёнок', 'дети'],
  ];

  it('add the group of every known word, once', () => {
    expect(addSynonyms(['доу', 'садик', 'группа'], groups)).toEqual(['ДОУ', 'садик', 'группа', 'детсад']);
  });

  it('know a word with «е» for «ё»', () => {
    expect(addSynonyms(['ребенок'], groups)).toContain('дети');
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
    expect(markdownToText('## Срок\n\n1. **Подайте** [заявление](/services/x/).')).toBe(
      'Срок\n\nПодайте заявление.',
    );
  });
});

describe('an excerpt', () => {
  const text = `Детский сад. Первая фраза. Ребёнка ставят в очередь. ${HIDDEN_TEXT_MARK} садик. очередь в ясли`;
  const of = (...words: string[]) => excerptOf(text, 'О чём это.', words);

  it('is the sentence that says most, with the words marked', () => {
    expect(
      of('очереди', 'ребенка')
        .map(({ text: part }) => part)
        .join(''),
    ).toBe('Ребёнка ставят в очередь.');
    expect(of('очереди').filter(({ marked }) => marked)).toEqual([{ text: 'очередь', marked: true }]);
  });

  it('is the lead where the words stand in the title, or are not shown', () => {
    expect(of('садик')).toEqual(excerptOf('', 'О чём это.', []));
  });
});

describe('searchCatalogue', () => {
  const hit = (id: string, score: number): Hit => ({
    id,
    score,
    data: () => Promise.reject(new Error('not asked for')),
  });
  const vocabulary = vocabularyOf(['садик, санаторий: ребёнок, дети, pdf']);
  const engine = (hits: Record<string, Hit[]>): PagefindEngine => ({
    search: (term) => {
      const results = hits[term ?? ''] ?? [];
      return Promise.resolve({ results, filters: {}, unfilteredResultCount: results.length });
    },
  });

  it('repairs the keyboard where nothing is known as typed, and says so', async () => {
    const results = await searchCatalogue(
      { engine: engine({ садик: [hit('sad', 1)] }), vocabulary },
      'cflbr',
      {},
    );
    expect(results).toMatchObject({ repairedQuery: 'садик', isPartial: false, words: ['садик'] });
  });

  it('leaves Latin words alone that are known', async () => {
    expect(
      await searchCatalogue({ engine: engine({ pdf: [hit('a', 1)] }), vocabulary }, 'pdf', {}),
    ).toMatchObject({
      repairedQuery: undefined,
    });
  });

  it('leaves out words that are not known, and says so', async () => {
    const results = await searchCatalogue(
      { engine: engine({ садик: [hit('a', 1)] }), vocabulary },
      'садик абракадабра',
      {},
    );
    expect(results).toMatchObject({ isPartial: true, words: ['садик'] });
  });

  it('finds what has most of the words where nothing has all', async () => {
    const each = engine({ санаторий: [hit('a', 9)], детей: [hit('b', 5), hit('a', 1)] });
    const results = await searchCatalogue({ engine: each, vocabulary }, 'санаторий для детей', {});
    expect(results.isPartial).toBe(true);
    expect(results.hits.map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('finds all that the filters leave where nothing is typed', async () => {
    expect(
      (
        await searchCatalogue({ engine: engine({ '': [hit('a', 1)] }), vocabulary }, ' ', {
          level: 'federal',
        })
      ).hits,
    ).toHaveLength(1);
  });

  it('counts what the other values of a filter in use would leave', async () => {
    const counting: PagefindEngine = {
      search: (_, { filters = {} } = {}) =>
        Promise.resolve({
          results: [hit('a', 1)],
          filters: { level: filters['level'] ? { federal: 1 } : { federal: 1, regional: 4 } },
          unfilteredResultCount: 5,
        }),
    };
    const results = await searchCatalogue({ engine: counting, vocabulary }, 'садик', { level: 'federal' });
    expect(results.counts).toEqual({ level: { federal: 1, regional: 4 } });
  });

  it('finds nothing where no word is known', async () => {
    expect(
      (await searchCatalogue({ engine: engine({ ъъъ: [hit('a', 1)] }), vocabulary }, 'ъъъ', {})).hits,
    ).toEqual([]);
  });
});
