import { expect } from 'chai';

import { openFrame } from './frames-for-tests.ts';

/** Leaves 264 px at a width of 320. */
const PADDED = 'a page with padding for all';

/** `{}` is the widget. */
const LAYOUTS = {
  'a block': '{}',
  'a flex row': '<div style="display: flex">{}</div>',
  'a flex row that does not stretch': '<div style="display: flex; align-items: center">{}</div>',
  'a flex row with a greedy brother':
    '<div style="display: flex; flex-wrap: wrap">{}<div style="flex: 1 0 60%">Новости</div></div>',
  'a flex row with a brother of full width':
    '<div style="display: flex; max-width: 900px; overflow: hidden">{}<div style="min-width: 100%">Новости</div></div>',
  'a flex column': '<div style="display: flex; flex-direction: column">{}</div>',
  'a centred flex column':
    '<div style="display: flex; flex-direction: column; align-items: center"><p>Услуги</p>{}</div>',
  'a centred grid': '<div style="display: grid; place-items: center; min-height: 300px">{}</div>',
  'an auto column of a grid': '<div style="display: grid; grid-template-columns: auto">{}</div>',
  'an auto column beside a greedy one':
    '<div style="display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 280px), auto))">{}<p>Новости</p></div>',
  'a float': '<div style="float: left">{}</div>',
  'a floating widget': '<style>[id=w] { float: right }</style>{}',
  'an inline-block': '<p>Форма: </p><div style="display: inline-block">{}</div>',
  'an absolute box': '<div style="position: relative"><div style="position: absolute">{}</div></div>',
  'a fixed box': '<div style="position: fixed; left: 8px">{}</div>',
  'a dialog': '<dialog open>{}</dialog>',
  'a table': '<table><tr><td>{}</td></tr></table>',
  'a display: table': '<div style="display: table">{}</div>',
  'a fit-content box': '<div style="width: fit-content">{}</div>',
  'a min-content box': '<div style="width: min-content">{}</div>',
  columns: '<div style="columns: 300px">{}</div>',
  'an inline host': '<style>* { all: unset }</style>{}',
  'an inline host in a flex row':
    '<style>div div * { all: unset }</style><div style="display: flex"><div>{}</div></div>',
  'a host without a box':
    '<style>#w { display: contents }</style><div style="display: flex; align-items: center">{}</div>',
  'a flex host': '<style>* { display: flex } head, head * { display: none }</style>{}',
  'a grid host': '<style>#w { display: grid }</style><div style="float: left">{}</div>',
  'a container host': '<style>* { container-type: inline-size }</style><div style="display: flex">{}</div>',
  'a page without a minimal width':
    '<style>* { min-width: 0; padding: 0 }</style><div style="display: flex">{}<div style="flex: 1 0 70%">Н</div></div>',
  [PADDED]: '<style>div * { padding: 10px }</style><div>{}</div>',
  'a page from right to left': '<html dir="rtl"><div style="display: flex">{}</div>',
  'vertical text': '<div style="writing-mode: vertical-rl; width: 100%">{}</div>',
};
/** Rows that cannot be narrower than what stands beside the widget. */
const WIDE = ['a flex row with a greedy brother', 'a page without a minimal width', 'vertical text'];

const RATING_FORM = '<okno-rating-form id="w">Позвоните</okno-rating-form>';
const ADDRESS_FIELD = '<okno-address-field id="w" label="Адрес"></okno-address-field>';
/** What stands before the layout, by the kind of the test. */
const KINDS: Record<string, { before: string; widget: string }> = {
  'a form': { before: '<!doctype html>', widget: RATING_FORM },
  'a form in quirks mode': { before: '', widget: RATING_FORM },
  'an address field alone': { before: '<!doctype html>', widget: ADDRESS_FIELD },
};

for (const [kind, { before, widget: tag }] of Object.entries(KINDS))
  describe(`The width of ${kind}`, () => {
    for (const [layout, html] of Object.entries(LAYOUTS))
      it(`is there in ${layout}`, async () => {
        const { frame, page, widget } = await openFrame(before + html.replace('{}', tag));
        const { offsetWidth: wide } = widget.renderRoot as HTMLElement;
        frame.style.inlineSize = '320px';
        const { offsetWidth: narrow } = widget.renderRoot as HTMLElement;
        for (const width of [wide, narrow]) expect(width).to.be.at.least(layout === PADDED ? 260 : 280);
        if (!WIDE.includes(layout)) expect(page.documentElement.scrollWidth).to.be.at.most(320);
      });
  });
