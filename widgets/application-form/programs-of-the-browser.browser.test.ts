import { expect } from 'chai';
import { html, render } from 'lit';

import {
  ABOUT_CHILD,
  ABOUT_YOU,
  clickNext,
  fillStep,
  headingOf,
  openApplicationForm,
} from '../../tests/widgets/application-form.ts';
import { findControl, forgetDrafts, visibleTextOf, waitUntilFound } from '../../tests/widgets/page.ts';
import { ForeignNodes } from '../fields/foreign-nodes.ts';
import type { ApplicationForm } from './application-form.ts';
import { ru } from './messages.ts';

/** Sets the values of a step as a program does, and sends these events. Goes to the next step. */
async function fillBy(form: ApplicationForm, answers: Record<string, string>, events: string[]) {
  for (const [label, value] of Object.entries(answers)) {
    const box = await waitUntilFound(() => findControl(form, label), label);
    if (box.type === 'radio') box.checked = true;
    else box.value = value;
    for (const name of events) box.dispatchEvent(new Event(name, { bubbles: true }));
  }
  clickNext(form);
}

const isAt = (form: ApplicationForm, title: string) =>
  waitUntilFound(() => headingOf(form)?.includes(title), `the step «${title}»`);

describe('a browser that fills in by itself', () => {
  afterEach(() => forgetDrafts('detskiy-sad'));

  for (const [name, events] of [
    ['sends only `change`', ['change']],
    ['sends nothing at all', []],
  ] as const)
    it(`${name}: every kind of field is heard`, async () => {
      const form = await openApplicationForm();
      await isAt(form, 'О вас');
      await fillBy(form, ABOUT_YOU, [...events]);
      await isAt(form, 'О ребёнке');
      await fillBy(form, ABOUT_CHILD, [...events]);
      await isAt(form, 'Адрес и детский сад');
      const place = { 'Адрес, где живёт': 'Барнаул, пр-кт Ленина, 12', 'С какого дня': '01.09.2027' };
      await fillBy(form, { ...place, Общеразвивающая: 'on' }, [...events]);
      await isAt(form, 'Документы');
      const { values } = form.form.state;
      expect(values['applicantEmail']).to.equal('anna@example.ru');
      expect(values['childBirthDate']).to.equal('01.02.2024');
      expect(values['address']).to.include({ line: 'Барнаул, пр-кт Ленина, 12', manual: true });
      expect(values['group']).to.equal('Общеразвивающая');
    });

  it('changes no answer that was typed', async () => {
    const form = await openApplicationForm();
    await fillStep(form, 'О вас', ABOUT_YOU);
    await isAt(form, 'О ребёнке');
    const { values } = form.form.state;
    clickNext(form);
    await waitUntilFound(() => visibleTextOf(form).includes(ru.summary), 'the mistakes');
    expect(form.form.state.values).to.deep.equal(values);
  });
});

/** The texts of a tree and of the shadow roots in it, without blanks. */
function textsIn(root: Node): Text[] {
  return [...root.childNodes].flatMap((node): Text[] => {
    if (node instanceof Text) return node.data.trim() ? [node] : [];
    const inner = node instanceof Element && node.shadowRoot ? textsIn(node.shadowRoot) : [];
    return node.nodeName === 'STYLE' ? [] : [...textsIn(node), ...inner];
  });
}

/** How translators put two elements around a text. */
const WRAPS: Record<string, (text: Text, outer: Element, inner: Element) => void> = {
  'replaces the text': (text, outer, inner) => {
    inner.append(`[${text.data}]`);
    text.replaceWith(outer);
  },
  'adds, then removes': (text, outer, inner) => {
    inner.append(`[${text.data}]`);
    text.before(outer);
    text.remove();
  },
  'moves the text': (text, outer, inner) => {
    text.replaceWith(outer);
    inner.append(text);
  },
};

const newFonts = () =>
  [document.createElement('FONT' as string), document.createElement('FONT' as string)] as const;

/** Translates a tree: puts each text that is not translated yet into two `<font>`. */
function translate(root: Node, wrap: (text: Text, outer: Element, inner: Element) => void): void {
  for (const text of textsIn(root)) {
    if (text.parentElement?.closest('font')) continue;
    // Translators write `<font>`, which is deprecated.
    const [outer, inner] = newFonts();
    outer.append(inner);
    wrap(text, outer, inner);
  }
}

describe('a page translator', () => {
  afterEach(() => forgetDrafts('detskiy-sad'));

  for (const [name, wrap] of Object.entries(WRAPS))
    it(`freezes nothing where it ${name}`, async () => {
      const form = await openApplicationForm();
      await isAt(form, 'О вас');
      const root = form.renderRoot;
      translate(root, wrap);
      clickNext(form);
      await waitUntilFound(() => visibleTextOf(form).includes(ru.summary), 'the mistakes');
      translate(root, wrap);
      await fillStep(form, headingOf(form) ?? '', ABOUT_YOU);
      await isAt(form, 'О ребёнке');
      expect(headingOf(form)).to.equal('О ребёнке');
      expect(visibleTextOf(form)).to.contain('Дальше: адрес').and.not.to.contain('Дальше: о ребёнке');
      expect(visibleTextOf(form)).to.contain('Шаг 2 из 5');
      expect(form.renderRoot.querySelector('.summary')).to.equal(null);
      translate(root, wrap);
      await fillStep(form, headingOf(form) ?? '', ABOUT_CHILD);
      await isAt(form, 'Адрес и детский сад');
      expect(headingOf(form)).to.equal('Адрес и детский сад');
    });

  it('keeps its translations of what has not changed', async () => {
    const form = await openApplicationForm();
    await isAt(form, 'О вас');
    translate(form.renderRoot, WRAPS['replaces the text'] ?? (() => undefined));
    const label = await waitUntilFound(() => findControl(form, 'Фамилия')?.labels?.[0]);
    expect(label.textContent).to.contain('[Фамилия]');
    await fillBy(form, { Имя: 'Анна' }, ['input']);
    await waitUntilFound(() => visibleTextOf(form).includes(ru.summary), 'the mistakes');
    expect(label.textContent).to.contain('[Фамилия]');
  });
});

describe('a page translator that was there first', () => {
  for (const [name, wrap] of Object.entries(WRAPS))
    it(`freezes nothing where it ${name}`, () => {
      const root = document.createElement('div');
      document.body.append(root);
      const shownText = () => root.textContent.replace(/[[\]\s]+/g, ' ').trim();
      const show = (heading: string, hint: string) => {
        render(
          html`<p>${heading}</p>
            ${hint} <b>Дальше</b>`,
          root,
        );
      };
      show('О вас', 'Начнём');
      translate(root, wrap);
      show('О ребёнке', 'Начнём');
      const foreignNodes = new ForeignNodes(root);
      expect(shownText()).to.equal('О ребёнке Начнём Дальше');
      foreignNodes.update(() => {
        show('Адрес', 'Почти всё');
      });
      expect(shownText()).to.equal('Адрес Почти всё Дальше');
      root.remove();
    });
});

describe('an extension that adds nodes', () => {
  it('breaks nothing', async () => {
    const form = await openApplicationForm();
    const addNodes = () => {
      for (const node of form.renderRoot.querySelectorAll('*')) node.after(document.createElement('ext-a'));
      for (const node of form.renderRoot.querySelectorAll('form, div, p, h2, label, button'))
        node.prepend(document.createElement('ext-b'));
      form.renderRoot.prepend(document.createElement('ext-c'));
    };
    await isAt(form, 'О вас');
    addNodes();
    await fillStep(form, 'О вас', ABOUT_YOU);
    await isAt(form, 'О ребёнке');
    addNodes();
    await fillStep(form, 'О ребёнке', ABOUT_CHILD);
    await isAt(form, 'Адрес и детский сад');
    expect(visibleTextOf(form)).to.contain('Шаг 3 из 5').and.to.contain('Дальше: документы');
    await forgetDrafts('detskiy-sad');
  });
});
