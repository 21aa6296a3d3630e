import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { linkKind, safeMarkdown } from './safe-markdown.ts';

const renderer = await safeMarkdown().createRenderer({ syntaxHighlight: false } as never);
const render = async (markdown: string) => (await renderer.render(markdown)).code.trim();

/** Where an attacker may put a text into Markdown. */
const PLACES: ((text: string) => string)[] = [
  (text) => text,
  (text) => `1. **Шаг.** ${text}`,
  (text) => `[слово](${text})`,
  (text) => `[слово](<${text}>)`,
  (text) => `![слово](${text})`,
  (text) => `[слово] ![слово]\n\n[слово]: ${text}`,
  (text) => `## ${text}`,
  (text) => `| ${text} |\n|--|\n| ${text} |`,
  (text) => `слово[^1]\n\n[^1]: ${text}`,
  (text) => `[a ![b](${text})](${text})`,
];

/** Tags, and attributes with the beginnings of their values, that Markdown makes of harmless texts. All else is refused. */
const HARMLESS_TAG =
  /^<\/?(?:p|[ou]l|li|blockquote|h[1-6]|a|em|strong|del|code|pre|hr|br|img|table|thead|tbody|tr|t[hd]|sup|section|input)(?: (?:id|class|alt|title|start|aria-[a-z]+|type|disabled|checked|data-footnote[a-z-]*|align)(?:="[^"]*")?| (?:href="(?:https?:\/\/|mailto:|tel:|\/(?!\/)|#)[^"]*")| src="\/(?!\/)[^"]*")* ?\/?>$/i;

const dangerousTagsOf = (html: string) =>
  [...html.matchAll(/<(?:"[^"]*"|[^">])*>?/g)].map(([tag]) => tag).filter((tag) => !HARMLESS_TAG.test(tag));

// The payloads are not in the repository: OKNO_DATA names the folder that holds `judges`.
const FILE = join(process.env['OKNO_DATA'] ?? '', 'judges/xss/payloads.json');
const JUDGES = existsSync(FILE) ? (JSON.parse(readFileSync(FILE, 'utf8')) as { payload: string }[]) : [];
if (!JUDGES.length) console.warn('OKNO_DATA is not set: the renderer is not shown the payloads of others.');

const OWN_PAYLOADS = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<iframe src="https://example.ru"></iframe>',
  'javascript:alert(1)',
  ' JaVa\tScRiPt:alert(1)',
  '&#106;avascript:alert(1)',
  'data:text/html;base64,PHNjcmlwdD4=',
  '//example.ru/x.png',
  '/\\example.ru/x.png',
  'vbscript:x',
  '/%E0%A4%A',
];

describe('the Markdown of the catalogue', () => {
  it.each([...OWN_PAYLOADS, ...JUDGES.map(({ payload }) => payload)])(
    'makes %j harmless',
    async (payload) => {
      for (const place of PLACES) expect(dangerousTagsOf(await render(place(payload)))).toEqual([]);
    },
  );

  it('shows HTML as text, and leaves the words of a link or picture', async () => {
    expect(await render('Где <b>тут</b> [сад](javascript:x) и ![рисунок](https://example.ru/x.png)?')).toBe(
      '<p>Где &lt;b&gt;тут&lt;/b&gt; <a>сад</a> и рисунок?</p>',
    );
  });

  it('keeps links, pictures of the site and code', async () => {
    expect(await render('[сад](/services/detskiy-sad/) ![герб](/gerb.svg) `<okno-sign-in>`')).toBe(
      '<p><a href="/services/detskiy-sad/">сад</a> <img src="/gerb.svg" alt="герб"> <code>&lt;okno-sign-in&gt;</code></p>',
    );
  });

  it.each([
    ['/guide/account/#esia', 'site'],
    ['#esia', 'anchor'],
    ['https://www.gosuslugi.ru', 'foreign'],
    ['tel:+73852000000', 'foreign'],
    ['//example.ru', 'unsafe'],
    ['guide/account/', 'unsafe'],
    ['/\u0009/example.ru', 'unsafe'],
    ['', 'unsafe'],
  ])('knows the address %j as one of the kind %s', (address, kind) => {
    expect(linkKind(address)).toBe(kind);
  });
});
