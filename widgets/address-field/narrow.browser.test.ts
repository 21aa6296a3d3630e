import { expect } from 'chai';

import { reachable } from '../../tests/gallery/states.ts';
import { runSandboxCommand } from '../../tests/widgets/page.ts';
import { states } from './states-for-tests.ts';

describe('<okno-address-field> on a telephone of 320 px', () => {
  afterEach(() => runSandboxCommand({ command: 'fault' }));

  for (const [name, reach] of reachable(states))
    it(`keeps all of itself in sight, with text at 200 % too: ${name}`, async () => {
      const field = await reach();
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
