import { expect } from 'chai';

import { states } from './states-for-tests.ts';

/** States that differ in what stands below each other. In Chromium the gallery shows all of them. */
const NAMES = [
  ...([
    'suggestions',
    'unknown',
    'near-houses',
    'only-within',
    'recognized',
    'unlisted',
    'postcode',
  ] as const),
  ...(['remembered', 'parts-old-street', 'parts-no-streets', 'parts-near-houses'] as const),
];

describe('<okno-address-field> on a telephone of 320 px', () => {
  for (const name of NAMES)
    it(`keeps all of itself in sight, with text at 200 % too: ${name}`, async () => {
      const field = await states[name]();
      const { style } = document.documentElement;
      field.style.inlineSize = '288px';
      for (const textSize of ['100%', '200%']) {
        style.fontSize = textSize;
        await new Promise(requestAnimationFrame);
        const { right } = field.getBoundingClientRect();
        const outside = [...(field.shadowRoot?.querySelectorAll<HTMLElement>('.field *') ?? [])].filter(
          (inner) => !inner.closest('.hidden') && inner.getBoundingClientRect().right > right + 1,
        );
        expect(
          outside.map(({ outerHTML }) => outerHTML.slice(0, 120)),
          textSize,
        ).to.deep.equal([]);
      }
      style.fontSize = '';
    });
});
