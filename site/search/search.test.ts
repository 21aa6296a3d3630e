import { describe, expect, it } from 'vitest';

import { find, type Engine, type Hit } from './find.ts';
import { plain, recordHtml, termRecord } from './records.ts';
import { withSynonyms } from './synonyms.ts';
import { fold, keyWords, readings, repairLayout } from './typed.ts';

describe('what was typed', () => {
  it.each([
    ['cflbr', 'садик'],
    ['ltncrbq cfl', 'детский сад'],
    ['j[jnybxbq ,bktn', 'охотничий билет'],
    [';bkmt', 'жилье'],
    ['CY BKC', 'сн илс'],
    ['.yjcnm', 'юность'],
    ["'kexitybt", 'элучшение'],
  ])('has its keyboard repaired: %s is %s', (typed, meant) => {
    expect(repairLayout(typed)).toBe(meant);
  });

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
      termRecord({ slug: 'x', facts: { term: 'A < "B"', aliases: ['"><script>'], see: [] }, body: 'C & D' }),
    );
    expect(html).toContain('A &lt; &quot;B&quot;');
    expect(html).not.toContain('<script>');
  });

  it('reads Markdown as plain text', () => {
    expect(plain('## Срок\n\n1. **Подайте** [заявление](/services/x/).')).toBe('Срок\n\nПодайте заявление.');
  });
});

describe('find', () => {
  const hit = (id: string, score: number): Hit => ({ id, score, data: () => Promise.reject(new Error('not asked for')) });
  const engine = (known: Record<string, Hit[]>): Engine => ({
    search: (term) => {
      const results = known[term ?? ''] ?? [];
      return Promise.resolve({ results, filters: {}, unfilteredResultCount: results.length });
    },
  });

  it('repairs the keyboard where nothing is found as typed, and says so', async () => {
    expect(await find(engine({ садик: [hit('sad', 1)] }), 'cflbr', {})).toMatchObject({ repaired: 'садик', partial: false });
  });

  it('leaves Latin words alone that are found', async () => {
    expect(await find(engine({ pdf: [hit('a', 1)] }), 'pdf', {})).toMatchObject({ repaired: undefined });
  });

  it('finds what has most of the words where nothing has all', async () => {
    const found = await find(engine({ санаторий: [hit('a', 9)], детей: [hit('b', 5), hit('a', 1)] }), 'санаторий для детей', {});
    expect(found.partial).toBe(true);
    expect(found.hits.map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('finds all that the filters leave where nothing is typed', async () => {
    expect((await find(engine({ '': [hit('a', 1)] }), ' ', { level: 'federal' })).hits).toHaveLength(1);
  });

  it('finds nothing without complaint', async () => {
    expect(await find(engine({}), 'ъъъ', {})).toEqual({ hits: [], counts: undefined, repaired: undefined, partial: false });
  });
});
