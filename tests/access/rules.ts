// Longer than other modules: one rule after another.
/** What a widget must not do in any state, and no rule engine asks: each rule gives the faults that it finds, in the page. */
/** By which words a hint or an error gives an example. */
const EXAMPLE = /например|for example/i;

/** A rule by its name. */
type Rule = (all: readonly Element[]) => (string | false | undefined)[];

const textOf = (element: Element | null | undefined) =>
  element?.textContent.replace(/\s+/g, ' ').trim() ?? '';
const nameOf = (element: Element) => `<${element.localName}> ${textOf(element).slice(0, 60) || element.id}`;
const wordsOf = (text: string | null) => (text?.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
const rootOf = (element: Element) => element.getRootNode() as Document | ShadowRoot;
const idsOf = (element: Element) =>
  element.getAttribute('aria-describedby')?.split(' ').filter(Boolean) ?? [];
/** What a sentence that says what happened may not have inside: it would be read with it. */
const CONTROLS = 'button, a[href], input, select, textarea';

/** The rules by their names. */
const RULES: Record<string, Rule> = {
  'a status wraps no control': (all) =>
    all
      .filter((one) => one.matches('[role=status], [role=alert], [aria-live]') && one.querySelector(CONTROLS))
      .map(nameOf),
  'one status region stands beside the views of a widget': (all) =>
    all
      .filter((one) => one.matches('.content') && isGuarded(one))
      .map((one) => !one.parentElement?.querySelector(':scope > [role=status]') && nameOf(one)),
  'nothing is invalid for the browser before it was tried': (all) =>
    all
      .filter((one) => one.matches('input[type=radio][required], input[type=checkbox][required]'))
      .map(nameOf),
  'what is invalid says why': (all) =>
    all
      .filter((one) => one.matches('[aria-invalid=true]:not([role=radiogroup])'))
      .map(
        (one) =>
          !idsOf(one).some((id) => id.endsWith('error') && textOf(rootOf(one).getElementById(id))) &&
          nameOf(one),
      ),
  'a description is there': (all) =>
    all.flatMap((one) =>
      idsOf(one).map((id) => !textOf(rootOf(one).getElementById(id)) && `${nameOf(one)}: #${id}`),
    ),
  'a group says hint and error at its controls': (all) =>
    all
      .filter((one) => one.matches('fieldset.field > .hint[id], fieldset.field > .error[id]'))
      .map((one) => {
        const controls = one.parentElement?.querySelectorAll('input:not(.hidden), button.add') ?? [];
        return ![...controls].every((control) => idsOf(control).includes(one.id)) && nameOf(one);
      }),
  'an error ends with a full stop': (all) =>
    all
      .filter((one) => one.matches('.error') && textOf(one))
      .map((one) => !/[.!?]$/.test(textOf(one)) && nameOf(one)),
  'an error repeats no example of its hint': (all) =>
    all
      .filter((one) => one.matches('.error'))
      .map((one) => {
        const hint = textOf(one.parentElement?.querySelector(':scope > .hint'));
        return EXAMPLE.test(hint) && EXAMPLE.test(textOf(one)) && nameOf(one);
      }),
  'a link says that it opens a window': (all) =>
    all
      .filter((one) => one.matches('a[target=_blank]'))
      .map((one) => !/новом окне|new window/.test(textOf(one)) && nameOf(one)),
  'a widget says its language': (all) =>
    all
      // A field for files stands in a widget always, and has its language.
      .filter(
        (one) => one.matches('.content') && (rootOf(one) as ShadowRoot).host.localName !== 'okno-file-field',
      )
      .map((one) => !languageOf(one) && nameOf(one)),
  'what is hidden is not seen': (all) =>
    all.filter((one) => one.matches('[hidden]') && one.getClientRects().length > 0).map(nameOf),
  'a control has a name': (all) =>
    all
      .filter((one) => one.matches('input:not(.hidden, [type=hidden]), select, textarea'))
      .map((one) => !labelOf(one) && nameOf(one)),
  // Who speaks to the computer says what she sees (WCAG 2.2, 2.5.3).
  'a name has the words that are seen': (all) =>
    all
      .filter((one) => one.matches('button[aria-label], a[aria-label], summary[aria-label]'))
      .map(
        (one) => !wordsOf(one.getAttribute('aria-label')).includes(wordsOf(one.textContent)) && nameOf(one),
      ),
  'the title of the list of mistakes says how many': (all) =>
    all
      .filter((one) => one.matches('.summary'))
      .map(
        (one) =>
          !textOf(one.querySelector('h3')).endsWith(`: ${one.querySelectorAll('li').length}`) && nameOf(one),
      ),
  'a group has a name': (all) =>
    all
      .filter((one) => one.matches('fieldset'))
      .map((one) => !one.ariaLabel && !textOf(one.querySelector('legend')) && nameOf(one)),
  'a form marks what must be answered': (all) =>
    all
      .filter((one) => one.matches('fieldset.field:has(input[type=radio])'))
      .map((one) => one.getAttribute('role') !== 'radiogroup' && !one.querySelector('.times') && nameOf(one)),
};

/** Whether the code has come that guards a widget from the page: it brings the status region. */
function isGuarded(content: Element): boolean {
  const { announcer } = ((rootOf(content) as Partial<ShadowRoot>).host ?? {}) as { announcer?: object };
  return !!announcer && !('unsaid' in announcer);
}

const languageOf = (element: Element | null): string =>
  element
    ? (element as HTMLElement).lang ||
      languageOf(element.parentElement ?? (rootOf(element) as Partial<ShadowRoot>).host ?? null)
    : '';

function labelOf(control: Element): string {
  const { labels } = control as HTMLInputElement;
  const named = control
    .getAttribute('aria-labelledby')
    ?.split(' ')
    .map((id) => textOf(rootOf(control).getElementById(id)))
    .join(' ');
  return control.getAttribute('aria-label') ?? (named || [...(labels ?? [])].map(textOf).join(' '));
}

/** All elements of a page with those of its shadow trees. */
export function elementsIn(root: ParentNode): Element[] {
  return [...root.querySelectorAll('*')].flatMap((one) =>
    one.shadowRoot ? [one, ...elementsIn(one.shadowRoot)] : [one],
  );
}

/** The faults of a page or a widget by all rules: `an error ends with a full stop: <span> Введите код`. */
export function faultsByRules(root: ParentNode): string[] {
  const all = elementsIn(root);
  return Object.entries(RULES).flatMap(([name, rule]) =>
    rule(all).flatMap((found) => (found ? [`${name}: ${found}`] : [])),
  );
}
