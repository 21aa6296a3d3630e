// Longer than most: all that every widget is asked.
import 'axe-core/axe.min.js';

import type { AxeResults, RunOptions } from 'axe-core';
import { expect } from 'chai';

import { faultsByRules } from '../access/rules.ts';
import { reachable, type States } from '../gallery/states.ts';
import { TODAY } from '../today.ts';
import { waitUntilFound, mountElement, openPortal, runSandboxCommand, withoutPortal } from './page.ts';
import { textOf, unseenWords, watchWords, type Watched } from './words.ts';

declare const axe: { run: (context: Element, options: RunOptions) => Promise<AxeResults> };

/** Fails with a line for every violation that axe finds in a widget. */
export async function expectAccessible(element: Element): Promise<void> {
  const { violations } = await axe.run(element, {
    resultTypes: ['violations'],
    // The page around a widget is the host's.
    rules: { region: { enabled: false }, 'page-has-heading-one': { enabled: false } },
  });
  const lines = violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html}\n  ${node.failureSummary ?? ''}`),
  );
  expect(lines.join('\n')).to.equal('');
}

/** Fails where something in a widget is wider than a telephone of 320 px, at the text size given. */
export async function expectNarrow(element: HTMLElement, textSize = '100%'): Promise<void> {
  const { style } = document.documentElement;
  style.fontSize = textSize;
  element.style.inlineSize = '304px';
  await new Promise(requestAnimationFrame);
  const wide = [
    ...(element.shadowRoot ?? element).querySelectorAll<HTMLElement>('.frame, .frame *, .field *'),
  ]
    .filter(
      (inner) =>
        !inner.closest('.hidden') &&
        inner.getBoundingClientRect().right > element.getBoundingClientRect().right + 1,
    )
    .map((inner) => inner.outerHTML.slice(0, 120));
  style.fontSize = element.style.inlineSize = '';
  expect(wide).to.deep.equal([]);
}

/** A widget, for the tests that every widget has to pass. */
interface Widget {
  tag: string;
  /** Set before the element is put on the page. */
  properties: Record<string, unknown>;
  /** Gives something true as soon as the widget can be used. */
  ready: (element: HTMLElement) => unknown;
  /** What it says in English. */
  english: string;
}

/** Defines the tests that every widget has to pass. */
export function describeWidget({ tag, properties, ready, english }: Widget): void {
  const open = async (change?: Record<string, unknown>) => {
    const element = await mountElement<HTMLElement & { updateComplete: Promise<boolean> }>(
      tag,
      { ...properties, portal: await openPortal(change) } as object,
      'Позвоните нам',
    );
    return element;
  };

  describe(`<${tag}> as a widget`, () => {
    it('is accessible when it has opened', async () => {
      const element = await open();
      await waitUntilFound(() => ready(element), 'the widget');
      await expectAccessible(element);
    });

    it('does not scroll sideways on a narrow telephone, nor with text at 200 %', async () => {
      const element = await open();
      await waitUntilFound(() => ready(element), 'the widget');
      await expectNarrow(element);
      await expectNarrow(element, '200%');
    });

    it('lives twice on one page', async () => {
      const element = await open();
      const twin = document.createElement(tag);
      Object.assign(twin, properties, { portal: await openPortal() });
      document.body.append(twin);
      await waitUntilFound(() => ready(element) && ready(twin), 'both widgets');
    });

    it('speaks English where the page does, and Russian everywhere else', async () => {
      const element = await open();
      await waitUntilFound(() => ready(element), 'the widget');
      const part = document.createElement('div');
      part.lang = 'en-GB';
      const inside = document.createElement(tag);
      Object.assign(inside, properties, { portal: await openPortal() });
      part.append(inside);
      document.body.append(part);
      await waitUntilFound(() => textOf(inside).includes(english), english);
      await expectAccessible(inside);
      expect(textOf(element)).to.not.include(english);
      expect(ready(element)).to.not.equal(undefined);
    });

    it('keeps the fallback content until the portal is known', async () => {
      const element = await mountElement<HTMLElement & { updateComplete: Promise<boolean> }>(
        tag,
        properties,
        'Позвоните нам',
      );
      expect(element.shadowRoot?.querySelector('slot')).to.not.equal(null);
    });
  });
}

/** The states of one widget in the gallery. */
interface Gallery {
  states: States;
  /** The sets of words that the widget shows: each word has to be seen in one of the states, from one of the sets that have it. */
  words?: readonly object[];
  /** Words that none of its states shows, and why. */
  unseen?: Record<string, string>;
}

/** Defines the tests that every state of the gallery has to pass. In Chromium only: `describeWidget` runs in every browser. */
export function describeStates(widget: string, { states, words = [], unseen = {} }: Gallery): void {
  if (!navigator.userAgent.includes('Chrome/')) return;
  describe(`${widget} in the gallery`, () => {
    const seen: string[] = [];
    const watched: Watched = new Map();
    for (const set of words) watchWords(set, '', watched);
    // The words about a draft are the same in all forms: one of them shows them.
    if (!('discarded' in states))
      for (const name of [...watched.keys()]) if (name.startsWith('draft.')) watched.delete(name);
    // A portal that begins anew has forgotten the wrong codes of other tests, by which it slows this address.
    before(() => withoutPortal(() => undefined));
    afterEach(() => runSandboxCommand({ command: 'fault' }));

    for (const [i, [name, reach]] of reachable(states).entries())
      it(`is accessible and narrow: ${name}`, async () => {
        await runSandboxCommand({ command: 'fault' });
        const element = await reach();
        seen.push(textOf(element));
        expect(faultsByRules(document)).to.deep.equal([]);
        // It takes most of the time: another third of the states each day.
        if (i % 3 === TODAY % 3) await expectAccessible(element);
        await expectNarrow(element);
        await expectNarrow(element, '200%');
      });

    it('shows every word of the widget in one of its states', () => {
      const missing = unseenWords(watched, seen);
      const excused = Object.keys(unseen);
      expect({
        notShown: missing.filter((word) => !excused.includes(word)),
        shownAfterAll: excused.filter((word) => !missing.includes(word)),
      }).to.deep.equal({ notShown: [], shownAfterAll: [] });
    });
  });
}
