import { describe, expect, it } from 'vitest';

import { answerLines, openingDay } from './answer-words.ts';
import { buildIndex } from './build-index.ts';
import { excerptOf, HIDDEN_TEXT_MARK, markWords } from './excerpt.ts';
import { filterHits } from './filter-hits.ts';
import { placeNumber, placeOf } from './index-format.ts';
import { IndexReader } from './index-reader.ts';
import { caseNumberIn, questionOf, readingsOf } from './read-query.ts';
import { recordHtml } from './record-html.ts';
import { markdownToText, termRecord, type SearchRecord } from './records.ts';
import { searchCatalogue } from './search-catalogue.ts';
import { suggestRecords } from './suggest.ts';
import { synonymAdder } from './synonyms.ts';
import { stemOf, withoutStopWords, foldedWords } from './words.ts';

describe('what was typed', () => {
  it('is words without case, «ё» and marks', () => {
    expect(foldedWords('  Приёмный РЕБЁНОК, 2-НДФЛ! ')).toEqual(['приемный', 'ребенок', '2', 'ндфл']);
  });

  it('is read as typed, as Russian keys and as Latin spelling', () => {
    const read = (query: string) => readingsOf(query).map(({ words }) => words.join(' '));
    expect(read('садик')).toEqual(['садик']);
    expect(read('cадик')).toEqual(['садик']);
    expect(read('cflbr')).toContain('садик');
    expect(read('sadik')).toContain('садик');
    expect(read('hf,jnf')).toEqual(['работа']);
    expect(read('pdf справка')).toEqual(['pdf справка']);
    expect(read(' … ')).toEqual([]);
  });

  it('keeps the telling words, and the small ones where there are no others', () => {
    expect(withoutStopWords(foldedWords('как записать ребенка в садик'))).toEqual([
      'записать',
      'ребенка',
      'садик',
    ]);
    expect(withoutStopWords(['что', 'это'])).toEqual(['что', 'это']);
  });

  it('may ask for a fact', () => {
    expect(questionOf(foldedWords('телефон мфц'))).toEqual({ answer: 'phone', words: ['мфц'] });
    expect(questionOf(foldedWords('сколько стоит загран'))).toEqual({ answer: 'fee', words: ['загран'] });
    expect(questionOf(foldedWords('где получить охотничий билет')).answer).toBe('where');
    expect(questionOf(['адрес'])).toEqual({ answer: undefined, words: ['адрес'] });
  });

  it('may be the number of a case', () => {
    expect(caseNumberIn('заявление 22 2026 000123')).toBe('22-2026-000123');
    expect(caseNumberIn('8 800 100-70-10')).toBeUndefined();
  });
});

describe('synonyms', () => {
  it('add the group of every known word, once, also with «е» for «ё»', () => {
    const groups = [
      ['садик', 'детсад', 'ДОУ'],
      ['ребёнок', 'дети'],
    ];
    const addSynonyms = synonymAdder(groups);
    expect(addSynonyms(['доу', 'садик', 'группа'])).toEqual(['ДОУ', 'садик', 'группа', 'детсад']);
    expect(addSynonyms(['ребенок'])).toContain('дети');
  });
});

describe('a record', () => {
  it('escapes what editors write', () => {
    const data = { term: 'A < "B"', aliases: ['"><script>'], see: [] };
    const html = recordHtml(termRecord({ id: 'x', data, hash: '', body: 'C & D' }));
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
  const text = `Детский сад. Первая фраза. Приходите на ул. Ленина в свою очередь. ${HIDDEN_TEXT_MARK} садик. очередь`;
  const stems = (...words: string[]) => new Set(words.map(stemOf));

  it('is the whole sentence that says most', () => {
    expect(excerptOf(text, 'О чём это.', stems('очереди', 'улица'))).toBe(
      'Приходите на ул. Ленина в свою очередь.',
    );
    expect(markWords('в очередь', stems('очереди')).filter(({ marked }) => marked)).toEqual([
      { text: 'очередь', marked: true },
    ]);
  });

  it('is the lead where the words stand in the title, or are not shown', () => {
    expect(excerptOf(text, 'О чём это.', stems('садик'))).toBe('О чём это.');
  });
});

describe('an answer', () => {
  const answers = {
    phone: { text: '+7 000 000-00-00', note: 'приёмная', isChecked: true },
    hours: { text: '1||3|||6|7', isChecked: false },
    fee: { text: 'бесплатно', isChecked: true },
  };

  it('is the fact that is asked for', () => {
    const [line] = answerLines({ kind: 'service', answers }, 'fee', { weekday: 0, isHoliday: false });
    expect(line).toMatchObject({ label: 'Стоимость', text: 'бесплатно', notes: [] });
  });

  it('knows which day it is in the region', () => {
    const today = openingDay(
      { timeZone: 'Asia/Barnaul', holidays: ['2026-11-04'] },
      new Date('2026-11-03T18:00Z'),
    );
    expect(today).toEqual({ weekday: 2, isHoliday: true });
    const lines = answerLines({ kind: 'agency', answers }, undefined, today);
    expect(lines.map(({ text }) => text)).toEqual(['+7 000 000-00-00', '3']);
    expect(lines[1]?.notes).toEqual(['день праздничный, часы могут быть другими', 'уточните в органе']);
  });
});

describe('searchCatalogue', () => {
  const record = (title: string, more: Partial<SearchRecord> = {}): SearchRecord => ({
    url: `/${title}/`,
    kind: 'service',
    lead: 'О чём это.',
    wanted: [],
    official: [],
    text: [],
    filters: {},
    answers: {},
    title,
    ...more,
  });
  const records = [
    record('Детский сад', { wanted: ['садик'], filters: { level: ['municipal'] } }),
    record('Субсидия на квартплату', {
      wanted: ['субсидия', 'коммуналка'],
      filters: { level: ['regional'] },
    }),
    record('Загранпаспорт', { text: ['Субсидии здесь нет, есть паспорт и трактор.'] }),
    ...Array.from({ length: 40 }, (_, i) => record(`Субсидия на дело ${i}`)),
    record('Примерский район', { kind: 'municipality', official: ['село Дальнее', 'село Ближнее'] }),
  ];
  const files = buildIndex({
    records,
    synonyms: [['квартплата', 'жку']],
    facts: { timeZone: 'UTC', holidays: [], popularCount: 0 },
  });
  const loaded: string[] = [];
  const load = (name: string) => {
    loaded.push(name);
    return Promise.resolve(JSON.parse(files.get(name) ?? '{}') as unknown);
  };
  const search = async (query: string) => searchCatalogue(await IndexReader.open(load), query);
  const firstOf = async (query: string) => records[(await search(query)).hits[0]?.record ?? -1]?.title;

  it('puts first what a phrase of the query means as a whole, among many that have the word', async () => {
    expect(await firstOf('субсидия')).toBe('Субсидия на квартплату');
    expect(await firstOf('субсидия на жку')).toBe('Субсидия на квартплату');
  });

  it.each([
    ['суьсидия', 'субсидия'],
    ['усбсидия', 'субсидия'],
    ['убсидия', 'субсидия'],
    ['cflbr', 'садик'],
    ['sadik', 'садик'],
    ['детскийсад', 'детский сад'],
  ])('searches «%s» as «%s», and says so', async (typed, meant) => {
    const { repairedQuery, isAbsent } = await search(typed);
    expect(repairedQuery).toBe(meant);
    expect(isAbsent).toBe(false);
  });

  it.each(['загран паспорт', 'загран-паспорт', 'ЗАГРАНПАСПОРТ'])('finds one word in «%s»', async (query) => {
    expect(await firstOf(query)).toBe('Загранпаспорт');
  });

  it.each(['ъъъ', 'зоопарк', 'трактор пахать зоопарк'])('says that «%s» is not there', async (query) => {
    expect((await search(query)).isAbsent).toBe(true);
  });

  it('leads from a settlement to its district, and to what is looked for there', async () => {
    expect(await firstOf('в каком районе дальнее')).toBe('Примерский район');
    expect(await firstOf('дальнее детский сад')).toBe('Детский сад');
    expect((await search('дальнее детский сад')).isAbsent).toBe(false);
  });

  it('suggests pages while a word is typed, and none for what is only in texts', async () => {
    const titlesFor = async (text: string) =>
      (await suggestRecords(await IndexReader.open(load), text)).map(({ title }) => title);
    expect(await titlesFor('загр')).toEqual(['Загранпаспорт']);
    expect(await titlesFor('детский са')).toEqual(['Детский сад']);
    expect(await titlesFor('pfuh')).toEqual(['Загранпаспорт']);
    expect(await titlesFor('трак')).toEqual([]);
  });

  it('loads no more than the first letters need', async () => {
    loaded.length = 0;
    await search('садик');
    expect(loaded.filter((name) => !/^(?:start|words\/)/.test(name))).toEqual([]);
  });

  it('counts what the other values of a filter in use would leave', async () => {
    const reader = await IndexReader.open(load);
    const { hits } = await searchCatalogue(reader, 'садик коммуналка');
    const filtered = filterHits(hits, await reader.filterLists(), { level: 'municipal' });
    expect(filtered.hits.map(({ record: number }) => number)).toEqual([0]);
    expect(filtered.counts['level']).toEqual({ municipal: 1, regional: 1 });
  });

  it('keeps a place in a number', () => {
    const place = { phrase: 5, length: 7, kind: 2 };
    expect(placeOf(placeNumber(place))).toEqual(place);
  });
});
