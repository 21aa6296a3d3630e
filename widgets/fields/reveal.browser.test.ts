import '../complaint-form/register.ts';
import '../status-tracker/register.ts';

import { expect } from 'chai';

import {
  APPLICATION_FORM_TAG,
  clickNext,
  headingOf,
  openApplicationForm,
} from '../../tests/widgets/application-form.ts';
import {
  findButton,
  findControl,
  forgetDrafts,
  openPortal,
  waitUntilFound,
} from '../../tests/widgets/page.ts';
import { openFrame } from '../styles/frames-for-tests.ts';
import { openNextWidget, showNextWidget } from '../forms/next-widget.ts';
import { CaseActionEvent } from '../portal/case-events.ts';
import { scrollBelowHeader, uncover } from './scroll-below-header.ts';

const TALL = '<div style="block-size: 1500px">Новости</div>';
const WIDGET = '<okno-rating-form></okno-rating-form>';
const HEADER = 'inset-block-start: 0; inset-inline: 0; block-size: 140px; background: #ccc';

/** Pages with something above the widget that stays in its place, and how far down that reaches. */
const PAGES: Record<string, { html: string; below: number }> = {
  'no header': { html: `${TALL}${WIDGET}${TALL}`, below: 0 },
  'a sticky header': {
    html: `<header style="position: sticky; ${HEADER}">Город</header>${TALL}${WIDGET}${TALL}`,
    below: 140,
  },
  'a fixed header': {
    html: `<header style="position: fixed; ${HEADER}">Город</header>${TALL}${WIDGET}${TALL}`,
    below: 140,
  },
  'a fixed header in a component': {
    html: `<site-header><template shadowrootmode="open"><div style="position: fixed; ${HEADER}">Город</div></template></site-header>${TALL}${WIDGET}${TALL}`,
    below: 140,
  },
  'two headers': {
    html: `<header style="position: sticky; z-index: 1; ${HEADER}">Город</header><nav style="position: sticky; z-index: 1; ${HEADER}; inset-block-start: 140px; block-size: 60px">Меню</nav>${TALL}${WIDGET}${TALL}`,
    below: 200,
  },
  'a scrolling part with a header': {
    html: `<p>Город</p><main style="block-size: 500px; overflow: auto"><header style="position: sticky; ${HEADER}">Раздел</header>${TALL}${WIDGET}${TALL}</main>`,
    below: 140,
  },
  'smooth scrolling': {
    html: `<style>html { scroll-behavior: smooth }</style><header style="position: sticky; ${HEADER}">Город</header>${TALL}${WIDGET}${TALL}`,
    below: 140,
  },
  'a room that the page asks for': {
    html: `<style>okno-rating-form { --okno-scroll-margin: 90px }</style>${TALL}${WIDGET}${TALL}`,
    below: 90,
  },
  'a window over all of it': {
    html: `<div style="position: fixed; z-index: 9; inset: 0; background: #fff">Мы используем cookie</div>${TALL}${WIDGET}${TALL}`,
    below: 0,
  },
  'a window below what is positioned in the widget': {
    html: `<div style="position: fixed; inset: 0; background: #fff">Мы используем cookie</div>${TALL}${WIDGET}${TALL}`,
    below: 0,
  },
};

describe('What a widget scrolls to', () => {
  for (const [name, { html, below }] of Object.entries(PAGES))
    it(`starts below what covers the page: ${name}`, async () => {
      const { widget, page } = await openFrame(`<!doctype html><body style="margin: 0">${html}`);
      const top = () =>
        widget.getBoundingClientRect().top - (widget.closest('main')?.getBoundingClientRect().top ?? 0);
      scrollBelowHeader(widget);
      expect(top()).to.be.within(below - 1, below + 6);
      expect(widget.style.scrollMarginTop).to.equal('');
      expect(page.activeElement).to.equal(page.body);
    });
});

describe('What the keyboard has brought the focus to', () => {
  const BAR = `position: fixed; inset-inline: 0; block-size: 90px; background: #ccc`;
  const open = async (bar: string, block: 'start' | 'end') => {
    const { page } = await openFrame(
      `<!doctype html><body style="margin: 0">${TALL}<button>Дальше</button>${WIDGET}${TALL}<div style="${bar}">Мы используем cookie</div>`,
    );
    const button = page.querySelector('button') as HTMLElement;
    button.scrollIntoView({ block });
    uncover(button);
    return { rect: button.getBoundingClientRect(), height: page.defaultView?.innerHeight ?? 0 };
  };

  it('comes above a bar at the bottom of the page', async () => {
    const { rect, height } = await open(`${BAR}; inset-block-end: 0`, 'end');
    expect(rect.bottom).to.be.within(height - 100, height - 89);
  });

  it('comes below a header', async () => {
    const { rect } = await open(`${BAR}; inset-block-start: 0`, 'start');
    expect(rect.top).to.be.within(89, 100);
  });

  it('stays where it is on a page without a bar, and behind a window over all of it', async () => {
    for (const bar of ['', `${BAR}; inset-block: 0; block-size: auto`]) {
      const { rect, height } = await open(bar, 'end');
      expect(rect.bottom).to.be.within(height - 1, height + 1);
    }
  });
});

describe('A step', () => {
  afterEach(() => {
    document.body.replaceChildren();
  });

  it('shows a field above a bar at the bottom of the page', async () => {
    await forgetDrafts('detskiy-sad');
    const element = await openApplicationForm(await openPortal());
    await waitUntilFound(() => headingOf(element), 'the first step');
    const bar = document.createElement('div');
    bar.style.cssText =
      'position: fixed; inset-block-end: 0; inset-inline: 0; block-size: 90px; background: #ccc';
    document.body.append(bar);
    await waitUntilFound(() => element.form.draftViews, 'the draft');
    const email = findControl(element, 'Электронная почта') as HTMLElement;
    email.scrollIntoView({ block: 'end' });
    email.focus({ preventScroll: true });
    await waitUntilFound(
      () => email.getBoundingClientRect().bottom <= innerHeight - 89,
      'the field in sight',
    );
  });

  it('starts below the header of the page', async () => {
    await forgetDrafts('detskiy-sad');
    const element = await openApplicationForm(await openPortal());
    await waitUntilFound(() => headingOf(element), 'the first step');
    const header = document.createElement('header');
    header.style.cssText = `position: sticky; ${HEADER}`;
    document.body.prepend(header);
    const below = document.createElement('div');
    below.style.blockSize = '2000px';
    document.body.append(below);
    clickNext(element);
    await waitUntilFound(() => element.shadowRoot?.activeElement, 'the list of mistakes');
    await waitUntilFound(() => element.getBoundingClientRect().top >= 140, 'the form below the header');
    expect(document.querySelector(APPLICATION_FORM_TAG)).to.equal(element);
  });
});

describe('A widget that another one has opened', () => {
  const open = async (css: string) => {
    document.body.innerHTML = `<style>${css}</style><okno-status-tracker></okno-status-tracker>`;
    const opener = document.querySelector('okno-status-tracker') as HTMLElement;
    Object.assign(opener, { portal: await openPortal() });
    const element = document.createElement('okno-complaint-form');
    Object.assign(element, { portal: await openPortal(), tabIndex: -1 });
    opener.after(element);
    element.focus({ preventScroll: true });
    await showNextWidget(element, opener);
    await waitUntilFound(() => findButton(element, 'Отправить'), 'the complaint');
    return { opener, element };
  };
  const accentOf = (element: HTMLElement) => {
    const button = findButton(element, 'Отправить') as HTMLElement;
    return getComputedStyle(button).backgroundColor;
  };

  it('has the colour of the page, a distance, the focus, and is in view', async () => {
    const { opener, element } = await open('okno-status-tracker { --okno-accent: #275a8c }');
    expect(accentOf(element)).to.equal('rgb(39, 90, 140)');
    expect(element.getBoundingClientRect().top - opener.getBoundingClientRect().bottom).to.be.at.least(24);
    expect(document.activeElement).to.equal(element);
    expect(element.getBoundingClientRect().top).to.be.below(innerHeight / 2);
  });

  it('keeps what the page says about it', async () => {
    const { element } = await open(
      'okno-status-tracker { --okno-accent: #275a8c } okno-complaint-form { --okno-accent: #123456; margin-block: 50px }',
    );
    expect(accentOf(element)).to.equal('rgb(18, 52, 86)');
    expect(getComputedStyle(element).marginBlockStart).to.equal('50px');
  });

  it('stands apart on a page with a reset of all', async () => {
    const { opener, element } = await open('* { all: unset }');
    expect(element.getBoundingClientRect().top - opener.getBoundingClientRect().bottom).to.be.at.least(16);
  });

  for (const [place, html] of Object.entries({
    'in a closed tab': '<div hidden><okno-complaint-form></okno-complaint-form></div>',
    'behind a dialog': '<div inert><okno-complaint-form></okno-complaint-form></div>',
  }))
    it(`is a new one where the page's own stands ${place}`, async () => {
      document.body.innerHTML = `${html}<okno-status-tracker></okno-status-tracker>`;
      const opener = document.body.lastElementChild as HTMLElement;
      await openNextWidget(new CaseActionEvent('complain', { number: '22-2026-000001', code: '' }), opener);
      expect(opener.nextElementSibling?.matches('okno-complaint-form:focus')).to.equal(true);
    });
});
