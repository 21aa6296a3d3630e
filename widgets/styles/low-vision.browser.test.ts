import { expect } from 'chai';

import type { States } from '../../tests/gallery/states.ts';
import { unreadableTexts } from '../../tests/widgets/contrast.ts';
import {
  findControl,
  mountElement,
  openPortal,
  runSandboxCommand,
  waitUntilFound,
  withoutPortal,
} from '../../tests/widgets/page.ts';
import { states as addressField } from '../address-field/states-for-tests.ts';
import { states as applicationForm } from '../application-form/states-for-tests.ts';
import { states as complaintForm } from '../complaint-form/states-for-tests.ts';
import { states as ratingForm } from '../rating-form/states-for-tests.ts';
import { states as statusTracker } from '../status-tracker/states-for-tests.ts';
import type { RatingForm } from '../rating-form/rating-form.ts';

/** Text and background of the five schemes of bvi 1.0.2. */
const SCHEMES = {
  white: ['#000000', '#ffffff'],
  black: ['#ffffff', '#000000'],
  blue: ['#063462', '#9dd1ff'],
  brown: ['#4d4b43', '#f7f3d6'],
  green: ['#a9e44d', '#3b2716'],
};
type Scheme = keyof typeof SCHEMES;

/** States in which each kind of text is seen: notices, mistakes, all buttons, what is chosen, what comes later. */
const SHOWN: [name: string, states: States, shown: string[]][] = [
  [
    '<okno-application-form>',
    applicationForm,
    ['mistakes', 'restored', 'step-address', 'step-documents', 'review', 'sent'],
  ],
  [
    '<okno-status-tracker>',
    statusTracker,
    ['mistakes', 'wrongPair', 'asked', 'ready', 'refused', 'case-overdue'],
  ],
  ['<okno-rating-form>', ratingForm, ['marked', 'mistakes', 'sent']],
  ['<okno-complaint-form>', complaintForm, ['filled', 'mistakes', 'sent']],
  ['<okno-address-field>', addressField, ['wrong', 'disabled', 'selected', 'house', 'parts-filled']],
];

const page = document.createElement('style');
const hex = (colour = '') =>
  `rgb(${(colour.match(/[\da-f]{2}/g) ?? []).map((part) => parseInt(part, 16)).join(', ')})`;

/** Wraps the page in an element of the tool and changes all elements in it, as bvi does. */
function switchOn(scheme: Scheme, more = ''): void {
  const wrapper = document.querySelector('.bvi-body') ?? document.createElement('div');
  const [text = '', background = ''] = SCHEMES[scheme];
  const both = `color: ${text} !important; background-color: ${background} !important`;
  page.textContent = `.bvi-body { ${both}; ${more} } .bvi-body * { ${both}; font-size: 30px !important }`;
  wrapper.className = 'bvi-body';
  if (!wrapper.isConnected) {
    wrapper.append(...document.body.childNodes);
    document.body.append(page, wrapper);
  }
  wrapper.setAttribute('data-bvi-theme', scheme);
}

function switchOff(): void {
  const wrapper = document.querySelector('.bvi-body');
  page.remove();
  wrapper?.replaceWith(...wrapper.childNodes);
}

const looksOf = (element: Element, selector = '.frame') =>
  getComputedStyle(element.shadowRoot?.querySelector(selector) as HTMLElement);
const hasColours = (element: Element, [text, background]: readonly string[]) =>
  looksOf(element).color === hex(text) && looksOf(element).backgroundColor === hex(background);

const openRatingForm = async () =>
  mountElement<RatingForm>('okno-rating-form', { portal: await openPortal() });

describe('A page with a tool for people with low vision', () => {
  afterEach(() => {
    switchOff();
    document.documentElement.className = '';
  });

  it('has the widget follow its colours, also when the citizen chooses others, and as it is switched off', async () => {
    const element = await openRatingForm();
    const before = looksOf(element).backgroundColor;
    for (const [scheme, colours] of Object.entries(SCHEMES)) {
      switchOn(scheme as Scheme);
      await waitUntilFound(() => hasColours(element, colours), `the scheme ${scheme}`);
      expect(unreadableTexts(element)).to.deep.equal([]);
    }
    switchOff();
    await waitUntilFound(() => looksOf(element).backgroundColor === before, 'the looks as before');
  });

  it('has the widget follow size, font and spacing, and keeps what was typed', async () => {
    const element = await openRatingForm();
    const number = findControl(element, 'Номер') as HTMLInputElement;
    number.value = '22-2026';
    switchOn(
      'black',
      'letter-spacing: 4px !important; line-height: 2.5 !important; font-family: serif !important',
    );
    await waitUntilFound(() => looksOf(element).letterSpacing === '4px', 'the spacing');
    for (const selector of ['h2', 'label', 'input', '.button', '.tile']) {
      const { letterSpacing, lineHeight, fontSize, fontFamily } = looksOf(element, selector);
      expect([letterSpacing, fontFamily], selector).to.deep.equal(['4px', 'serif']);
      expect(parseFloat(lineHeight) / parseFloat(fontSize), selector).to.be.closeTo(2.5, 0.01);
      expect(parseFloat(fontSize), selector).to.be.at.least(30);
    }
    expect(number.value).to.equal('22-2026');
  });

  it('is known by the classes of other tools too', async () => {
    const element = await openRatingForm();
    page.textContent = '.special-color-2 * { color: #fff !important; background: #000 !important }';
    document.head.append(page);
    document.documentElement.className = 'special special-color-2';
    await waitUntilFound(() => hasColours(element, SCHEMES.black), 'white on black');
    document.documentElement.className = '';
    await waitUntilFound(() => !hasColours(element, SCHEMES.black), 'the looks as before');
  });

  it('whose colours nobody could read has text in black or white', async () => {
    const element = await openRatingForm();
    page.textContent = '.special-color-9 * { color: #777 !important; background: #888 !important }';
    document.head.append(page);
    document.documentElement.className = 'special-color-9';
    await waitUntilFound(() => looksOf(element).backgroundColor === hex('#888888'), 'the background');
    expect(unreadableTexts(element)).to.deep.equal([]);
  });
});

describe('A dark page without color-scheme', () => {
  afterEach(() => {
    page.remove();
    document.body.removeAttribute('style');
  });

  it('has a dark widget, as long as it is dark', async () => {
    const element = await openRatingForm();
    const light = looksOf(element).backgroundColor;
    document.body.style.cssText = 'background: #14181c; color: #eee; transition: all 50ms';
    await waitUntilFound(() => looksOf(element).backgroundColor !== light, 'the dark widget');
    expect(unreadableTexts(element)).to.deep.equal([]);
    document.body.style.cssText = 'background: #fff; color: #222; transition: all 50ms';
    await waitUntilFound(() => looksOf(element).backgroundColor === light, 'the light widget');
  });

  it('has an address field of its own that can be read', async () => {
    document.body.style.cssText = 'background: #14181c; color: #eee';
    const element = await mountElement('okno-address-field', {
      hint: 'Как в паспорте',
      error: 'Напишите адрес',
    } as object);
    await waitUntilFound(() => unreadableTexts(element).length === 0, 'what can be read');
  });

  it('is none where only the text is light: a rule for all elements', async () => {
    page.textContent = '* { color: #fff !important }';
    document.head.append(page);
    const element = await openRatingForm();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(unreadableTexts(element)).to.deep.equal([]);
  });
});

if (navigator.userAgent.includes('Chrome/'))
  for (const [name, states, shown] of SHOWN)
    describe(`${name} in five schemes for people with low vision`, () => {
      // The portal has counted the wrong codes of other tests.
      before(() => withoutPortal(() => undefined));
      afterEach(async () => {
        switchOff();
        await runSandboxCommand({ command: 'fault' });
      });

      for (const state of shown)
        it(`can be read: ${state}`, async () => {
          const reach = states[state];
          if (typeof reach !== 'function') throw new Error(`Nobody can see ${state}`);
          const element = await reach();
          for (const scheme of Object.keys(SCHEMES) as Scheme[]) {
            switchOn(scheme);
            await waitUntilFound(
              () => looksOf(element, '.root').color === hex(SCHEMES[scheme][0]),
              `the scheme ${scheme}`,
            );
            await new Promise(requestAnimationFrame);
            expect(unreadableTexts(element), scheme).to.deep.equal([]);
          }
        });
    });
