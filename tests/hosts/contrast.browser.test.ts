import { expect } from 'chai';

import { measureContrasts } from './contrast.ts';

/** Puts HTML into the shadow tree of an element that stands on a page of this style. */
function place(html: string, style = ''): HTMLElement {
  const host = document.createElement('div');
  host.attachShadow({ mode: 'open' }).innerHTML = html;
  document.body.style.cssText = style;
  document.body.replaceChildren(host);
  return host;
}

/** The contrast of the first text, rounded as WCAG's tables are. */
const ratioIn = (html: string, style?: string) =>
  Number(measureContrasts(place(html, style))[0]?.ratio.toFixed(2));

describe('the contrast of texts', () => {
  afterEach(() => {
    document.body.style.cssText = '';
    document.body.replaceChildren();
  });

  it('is what WCAG says of known pairs', () => {
    expect(ratioIn('<p style="color: #000">Да</p>')).to.equal(21);
    expect(ratioIn('<p style="color: #777">Да</p>')).to.equal(4.48);
    expect(ratioIn('<p style="color: #ff0; background: #fff">Да</p>')).to.equal(1.07);
  });

  it('takes the background from the page around the shadow tree', () => {
    expect(ratioIn('<p style="color: #fff">Да</p>', 'background: #000')).to.equal(21);
    expect(ratioIn('<p style="color: #000">Да</p>', 'background: #000')).to.equal(1);
  });

  it('sees through what is half transparent', () => {
    expect(ratioIn('<p style="color: rgb(0 0 0 / 50%)">Да</p>')).to.equal(3.98);
    expect(ratioIn('<p style="color: #000; opacity: 0.5">Да</p>')).to.equal(3.98);
    expect(
      ratioIn('<div style="opacity: 0.5; background: #000"><p style="color: #000">Да</p></div>'),
    ).to.equal(1);
  });

  it('understands colours of every form', () => {
    expect(ratioIn('<p style="color: oklch(0% 0 0)">Да</p>')).to.equal(21);
    expect(ratioIn('<p style="color: color-mix(in srgb, #000, #fff)">Да</p>')).to.be.closeTo(3.98, 0.03);
  });

  it('is that of the paint, where a page paints letters over', () => {
    expect(ratioIn('<p style="color: #000; -webkit-text-fill-color: #fff">Да</p>')).to.equal(1);
  });

  it('has a text for each control and its placeholder, none for what is hidden or cannot be used', () => {
    const texts = measureContrasts(
      place(
        '<input value="Анна"><input placeholder="Имя"><p hidden>Нет</p><button disabled>Нет</button>' +
          '<p style="visibility: hidden">Нет</p><slot></slot>',
      ),
    ).map(({ text }) => text);
    expect(texts).to.deep.equal(['Анна', 'поле', 'Имя']);
  });
});
