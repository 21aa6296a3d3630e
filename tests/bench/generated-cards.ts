/**
 * Content for benchmarks: the content of the catalogue, and as many generated cards as make N services in all. A generated card has
 * the shape of a real one, a municipality of the region that answers for it, and words of its own that no other card has. The same
 * number gives the same files. By hand: `node tests/bench/generated-cards.ts --cards 3300 --out .okno/cards-3300`.
 */
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

import { parse, stringify } from 'yaml';

/** The facts of a file, with their Russian names. */
type Facts = Record<string, unknown>;
interface RealCard {
  facts: Facts;
  body: string;
}
interface Municipality {
  slug: string;
  title: string;
}

/** What a generated service does; behind it stands what no other service has. */
const ACTIONS = [
  'Выдача разрешения на',
  'Предоставление субсидии на',
  'Постановка на учёт:',
  'Согласование проекта:',
  'Назначение выплаты за',
  'Выдача справки о',
  'Продление договора на',
  'Возмещение расходов на',
  'Запись на занятия:',
  'Предоставление сведений о',
];
/** Fields whose texts are sentences for citizens. All others have references and words to choose from. */
const TEXT_FIELDS =
  /^(?:о чём|пояснение|что|за что|кто именно|причина|что делать|вопрос|ответ|обжалование|как оплатить|основания|права заявителя|обязанности органа|советы специалиста|что получите|затем)$/u;
/** Every so many of the longer words of a text is one of the card's own. */
const OWN_WORD_EVERY = 5;
const OWN_WORDS = 8;

/** Writes `content` and the generated cards into `out`, so that it has `count` services. What was there before is deleted. */
export function writeGeneratedCards(out: string, count: number, content = 'content'): void {
  rmSync(out, { recursive: true, force: true });
  cpSync(content, out, { recursive: true });
  const services = readdirSync(join(content, 'services')).sort();
  const cards = services.map((file) => readCard(join(content, 'services', file)));
  const agency = readFileSync(join(content, 'agencies/komitet-obrazovaniya-barnaula.md'), 'utf8');
  const municipalities = readMunicipalities(join(content, 'municipalities'));
  for (const { slug, title } of municipalities)
    writeFileSync(join(out, 'agencies', `${agencyOf(slug)}.md`), agencyText(agency, title));
  for (let i = services.length; i < count; i++) {
    const card = cards[i % cards.length];
    const municipality = municipalities[i % municipalities.length];
    if (card && municipality)
      writeFileSync(join(out, 'services', `${slugOf(i)}.md`), cardText(card, municipality, i));
  }
}

/** The slug of the generated card with a number: `generated-0031`. */
export const slugOf = (i: number): string => `generated-${String(i).padStart(4, '0')}`;
const agencyOf = (municipality: string) => `administration-${municipality}`;

/**
 * A word that looks Russian and that no other number has. Its ending is that of a noun.
 *
 * @example ownWord(31) // 'мобарика'
 */
export function ownWord(n: number): string {
  const syllables: string[] = [];
  // A step that has no divisor in common with the number of all words: neighbours do not look alike.
  for (let rest = (n * 7919 + 101) % 70 ** 3, i = 0; i < 3; i++, rest = Math.floor(rest / 70))
    syllables.push(`${'бвгджзклмнпрст'[rest % 14]}${'аеиоу'[Math.floor(rest / 14) % 5]}`);
  return `${syllables.join('')}${['рник', 'лка', 'мость', 'жение', 'тура'][n % 5]}`;
}

/** The text of one generated card. */
function cardText({ facts, body }: RealCard, { slug, title }: Municipality, i: number): string {
  const words = Array.from({ length: OWN_WORDS }, (_, k) => ownWord(i * OWN_WORDS + k));
  const own = ownSentences(words);
  const name = `${ACTIONS[i % ACTIONS.length]} ${words[0]} и ${words[1]}`;
  const made = {
    ...(mapTexts(facts, own) as Facts),
    'место среди популярных': undefined,
    название: `${name}. ${title}`,
    коротко: `${name} — ${title}`,
    'о чём': own(String(facts['о чём'])),
    уровень: 'муниципальная',
    отвечает: agencyOf(slug),
    ищут: [words[0], `${words[1]} ${words[2]}`, words[3]],
  };
  return `---\n${stringify(made, { lineWidth: 0 })}---\n\n${own(body)}\n`;
}

/** Puts the words of a card into sentences, one after the other, in place of every fifth word of five letters or more. */
function ownSentences(words: readonly string[]) {
  let count = 0;
  return (text: string) =>
    text.replace(/(?<![\wА-яЁё/(-])[а-яё]{5,}(?![^[\]]*\])/gu, (word) =>
      ++count % OWN_WORD_EVERY ? word : (words[(count / OWN_WORD_EVERY) % words.length] ?? word),
    );
}

/** A copy of facts with other sentences. */
function mapTexts(value: unknown, change: (text: string) => string, isText = false): unknown {
  if (typeof value === 'string') return isText ? change(value) : value;
  if (Array.isArray(value)) return value.map((item) => mapTexts(item, change, isText));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, mapTexts(one, change, TEXT_FIELDS.test(name))]),
  );
}

function readCard(file: string): RealCard {
  const [, facts = '', body = ''] = /^---\n(.*?)\n---\n(.*)$/su.exec(readFileSync(file, 'utf8')) ?? [];
  return { facts: parse(facts) as Facts, body: body.trim() };
}

const readMunicipalities = (folder: string): Municipality[] =>
  readdirSync(folder)
    .sort()
    .map((file) => ({
      slug: file.replace('.yaml', ''),
      title: (parse(readFileSync(join(folder, file), 'utf8')) as Record<'название', string>).название,
    }));

/** The administration of a municipality, by the file of another agency. */
const agencyText = (agency: string, municipality: string) =>
  agency
    .replace(/^название: .*$/mu, `название: Администрация, ${municipality}`)
    .replace(/^коротко: .*$/mu, `коротко: Администрация, ${municipality}`);

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { values } = parseArgs({
    options: { cards: { type: 'string', default: '1000' }, out: { type: 'string', default: '.okno/cards' } },
  });
  mkdirSync(values.out, { recursive: true });
  writeGeneratedCards(values.out, Number(values.cards));
}
