/** The states of a control do not fight: each kind of control in all its states, in light, dark, the colours of a tool, those of the system. */
import { expect } from 'chai';

import { openAddressField, typeAddress } from '../../tests/widgets/address-field.ts';
import { addStandIns, faultsOfControl, setSystem, type Control } from '../../tests/widgets/control-states.ts';
import {
  findControl,
  forgetDrafts,
  mountElement,
  openPortal,
  typeInControl,
  waitUntilFound,
} from '../../tests/widgets/page.ts';
import type { WidgetElement } from '../fields/widget-element.ts';
import '../complaint-form/register.ts';
import '../forms/register-file-field.ts';
import '../rating-form/register.ts';

type Kind = Omit<Control, 'box'>;

const BOX: Kind = { states: ['hover', 'focus', 'bad'], hasEdge: true };
const BUTTON: Kind = { states: ['hover', 'focus', 'disabled'], hasEdge: true };
const MARK: Kind = { states: ['hover', 'focus', 'checked', 'bad'], hasEdge: true };
// The browser marks the circle or the square.
const OPTION: Kind = { ...MARK, shownElsewhere: ['checked'] };

/** Each kind of control, by a selector in its widget. */
const CONTROLS: Record<string, Record<string, Kind>> = {
  'okno-complaint-form': {
    '#name': BOX,
    '#text': BOX,
    '#agency': BOX,
    '.option:has([type=radio])': OPTION,
    '.option:has([type=checkbox])': OPTION,
    '.go .button': BUTTON,
    '.draft .link': { states: ['hover', 'focus'], hasEdge: false },
  },
  'okno-rating-form': { '.tile': MARK },
  'okno-file-field': { 'button.add': BUTTON },
  // Its list is closed when it is left.
  'okno-address-field': {
    '[role=option]': { states: ['hover'], hasEdge: false },
    '#address': { ...BOX, states: ['hover', 'focus', 'bad', 'disabled'] },
  },
};

async function open(tag: string): Promise<HTMLElement> {
  if (tag === 'okno-address-field') {
    const field = await openAddressField();
    await typeAddress(field, 'барн');
    return field;
  }
  await forgetDrafts('complaint');
  const widget = await mountElement<WidgetElement>(tag, { portal: await openPortal() } as object);
  // It has a draft then, and says how to get rid of it.
  if (tag === 'okno-complaint-form') typeInControl(findControl(widget, 'Как вас зовут'), 'Анна');
  return widget;
}

/** Whether a widget has the colours of the page, where a tool has set them: they come with code of their own. */
function followsPage({ shadowRoot }: HTMLElement): boolean {
  const content = shadowRoot?.querySelector('.content');
  return (
    !document.querySelector('[data-okno-low-vision]') ||
    (!!content && getComputedStyle(content).color === getComputedStyle(document.body).color)
  );
}

/** The faults of all controls; each with its widget and its selector. `elsewhere` are states that are shown besides: an error is a sentence. */
async function faultsOfControls(elsewhere: Kind['shownElsewhere'] = []): Promise<string[]> {
  const faults: string[] = [];
  for (const [tag, kinds] of Object.entries(CONTROLS)) {
    const widget = await open(tag);
    await waitUntilFound(() => followsPage(widget), 'the colours');
    for (const [selector, kind] of Object.entries(kinds)) {
      const box = await waitUntilFound(
        () => widget.shadowRoot?.querySelector<HTMLElement>(selector),
        selector,
      );
      addStandIns(widget);
      const shownElsewhere = [...elsewhere, ...(kind.shownElsewhere ?? [])];
      const found = faultsOfControl({ ...kind, shownElsewhere, box });
      faults.push(...found.map((fault) => `${tag} ${selector}, ${fault}`));
    }
  }
  return faults;
}

/** The other engines cannot be asked for what the system is like. */
const IS_CHROMIUM = navigator.userAgent.includes('Chrome/');

describe('the states of a control', () => {
  const root = document.documentElement;
  const style = document.createElement('style');

  afterEach(async () => {
    if (IS_CHROMIUM) await setSystem({});
    root.style.colorScheme = '';
    style.remove();
    delete root.dataset['oknoLowVision'];
  });

  for (const scheme of ['light', 'dark'])
    it(`do not fight in a ${scheme} page`, async () => {
      root.style.colorScheme = scheme;
      expect(await faultsOfControls()).to.deep.equal([]);
    });

  it('do not fight in the colours that a tool for people with low vision has set', async () => {
    style.textContent = 'body, body * { color: #063462; background: #9dd1ff }';
    document.head.append(style);
    root.dataset['oknoLowVision'] = 'colours-blue';
    expect(await faultsOfControls(['bad'])).to.deep.equal([]);
  });

  it('do not fight in the colours that the system forces', async function () {
    if (!IS_CHROMIUM) this.skip();
    style.textContent = 'body { background: Canvas }';
    document.head.append(style);
    for (const scheme of ['light', 'dark']) {
      root.style.colorScheme = scheme;
      await setSystem({ 'forced-colors': 'active', 'prefers-color-scheme': scheme });
      expect(await faultsOfControls(['bad'])).to.deep.equal([]);
    }
  });
});
