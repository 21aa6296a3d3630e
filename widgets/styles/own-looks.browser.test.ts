import { expect } from 'chai';

import { waitUntilFound } from '../../tests/widgets/page.ts';
import { openFrame } from './frames-for-tests.ts';

/** Style sheets of pages, each with a kind of rule that reaches into widgets. */
const PAGES = {
  'a reset of all': '* { all: unset }',
  'a reset back': '*, ::before, ::after { all: revert !important }',
  'small red type': '* { font-size: 8px !important; color: red !important; line-height: 1 !important }',
  'inherited text properties': `body { direction: rtl; text-shadow: 1px 1px red; white-space: nowrap; hyphens: auto;
    word-break: break-all; word-spacing: 9px; letter-spacing: 3px; text-indent: 40px; text-align: center; text-transform: uppercase;
    font-variant: small-caps; font-style: italic; font-weight: 900; font-stretch: condensed; line-height: 3; color: lime;
    -webkit-text-stroke: 1px red; -webkit-text-fill-color: red; tab-size: 1; quotes: none; list-style: square; cursor: wait;
    caret-color: transparent; accent-color: red; pointer-events: none; text-orientation: upright; border-collapse: collapse;
    caption-side: bottom; empty-cells: hide; orphans: 9; widows: 9; -webkit-user-select: none; user-select: none;
    font-feature-settings: 'smcp'; font-kerning: none; text-rendering: optimizeSpeed; text-underline-offset: 9px;
    text-emphasis: dot red; image-rendering: pixelated; forced-color-adjust: none; print-color-adjust: exact }`,
  'small units': 'html { font-size: 62.5% } body { font: 1.4rem/1 Impact }',
  'a host that is hit': `okno-rating-form { display: inline; opacity: 0.1; filter: blur(3px); zoom: 0.5; overflow: hidden;
    box-sizing: content-box; container-type: size; min-width: 0; color: red !important; text-align: right !important }`,
  'custom properties of the same names': `:root, * { --accent: red; --ink: red; --paper: red; --size: 3px; --width: 9px;
    --font: Impact; --radius: 50px; --small: 3px; --line: red }`,
};

const RATING_FORM = '<okno-rating-form lang="ru">Позвоните</okno-rating-form>';
/** What depends on the room the page gives: lengths of boxes. Custom properties are read by those that use them. */
const DEPENDS_ON_ROOM =
  /size|width|height|inset|origin|^(?:top|left|right|bottom)$|^margin|^padding|^grid-template|^--|^zoom$/;

/** Without the marks for recorders, which come a moment later. */
const ownClassesOf = ({ classList }: Element) =>
  [...classList].filter((name) => !/^(?:ym|rr)-/.test(name)).join('.');

/** Computed styles of all elements of a widget, one line each: `h2 color: rgb(20, 33, 44)`. */
async function looksOn(css: string): Promise<string[]> {
  const { widget, page } = await openFrame(`<!doctype html><style>${css}</style><body>${RATING_FORM}`);
  // It comes after the first paint.
  await waitUntilFound(() => widget.renderRoot.querySelector('.draft'), 'what is said about the draft');
  const view = page.defaultView as Window;
  return [...widget.renderRoot.querySelectorAll('*')].flatMap((element) => {
    const style = view.getComputedStyle(element);
    return Array.from(style)
      .filter((name) => name === 'font-size' || name === 'line-height' || !DEPENDS_ON_ROOM.test(name))
      .map(
        (name) => `${element.localName}.${ownClassesOf(element)} ${name}: ${style.getPropertyValue(name)}`,
      );
  });
}

describe('The looks of a widget', () => {
  for (const [page, css] of Object.entries(PAGES))
    it(`are its own on a page with ${page}`, async () => {
      const clean = await looksOn('');
      const hostile = await looksOn(css);
      expect(clean.length).to.be.above(10_000);
      expect(hostile.filter((line, i) => line !== clean[i])).to.deep.equal([]);
    });

  it('let the host element be neither faded nor blurred, nor clipped', async () => {
    const { widget, page } = await openFrame(
      `<!doctype html><style>${PAGES['a host that is hit']}</style><body>${RATING_FORM}`,
    );
    const { opacity, filter, overflow } = (page.defaultView as Window).getComputedStyle(widget);
    expect([opacity, filter, overflow]).to.deep.equal(['1', 'none', 'visible']);
  });

  it('let a webmaster hide the widget, and give it a width and margins', async () => {
    const css = 'okno-rating-form { max-width: 400px; margin: 10px } .off { display: none }';
    const { widget } = await openFrame(`<!doctype html><style>${css}</style><body>${RATING_FORM}`);
    expect(widget.offsetWidth).to.equal(400);
    expect(widget.offsetTop).to.be.at.least(10);
    widget.className = 'off';
    expect(widget.offsetWidth).to.equal(0);
    widget.className = '';
    widget.hidden = true;
    expect(widget.offsetWidth).to.equal(0);
  });

  it('are read from left to right, in Russian, whatever the page says', async () => {
    const { widget, page } = await openFrame(`<!doctype html><html lang="uk" dir="rtl">${RATING_FORM}`);
    const heading = widget.renderRoot.querySelector('h2') as HTMLElement;
    expect((page.defaultView as Window).getComputedStyle(heading).direction).to.equal('ltr');
    expect(heading.matches(':lang(ru)')).to.equal(true);
  });
});
