import { expect } from 'chai';

import {
  ABOUT_CHILD,
  ABOUT_YOU,
  clickNext,
  fillAllSteps,
  fillStep,
  headingOf,
} from '../../tests/widgets/application-form.ts';
import {
  attachFile,
  findButton,
  findControl,
  forgetDrafts,
  runSandboxCommand,
  visibleTextOf,
  waitUntilFound,
} from '../../tests/widgets/page.ts';
import { formOf, openHost, openedForm, type Host } from '../../tests/widgets/host-page.ts';
import { ru as fileWords } from '../forms/file-messages.ts';

/** What libraries do to the data of a page, each in a few words of our own. */
const DATA_LIBRARIES = {
  'a toJSON of arrays (Prototype 1.6)':
    'Array.prototype.toJSON = function () { return "[" + this.join(", ") + "]"; };',
  'entries that are a copy (Prototype 1.7)':
    'Array.prototype.entries = function () { return this.slice(); };',
  'an Array.from for arrays only': 'Array.from = function (list) { return [].slice.call(list); };',
  'more properties of all objects': 'Object.prototype.extend = function () { return this; };',
  'a fetch without arrayBuffer': `var real = fetch; window.fetch = function (url, options) {
    return real(url, options).then(function (all) {
      return { ok: all.ok, status: all.status, headers: all.headers,
        text: function () { return all.text(); }, json: function () { return all.json(); } };
    });
  };`,
};

/** What else they do. */
const OTHER_LIBRARIES = {
  'a JSON.stringify of its own': 'JSON.stringify = function (value) { return String(value); };',
  'a reduce of its own (Prototype 1.6)': 'Array.prototype.reduce = function () { return this[0]; };',
  'properties that descriptors have': 'Object.prototype.value = Object.prototype.get = 1;',
  'listener options of all functions (Sugar)': 'Function.prototype.once = function () { return this; };',
  'an Event of its own (MooTools)': 'window.Event = function (event) { this.type = event.target.id; };',
  'a Promise without race': 'Promise.race = undefined;',
  'a Date.parse of its own': 'Date.parse = function () { return NaN; };',
  'a clock that stands still': 'Date.now = function () { return 0; };',
};

const PDF = new File(['%PDF-1.4\n%%EOF\n'], 'справка.pdf', { type: 'application/pdf' });

/** Fills in everything, with an address of КЛАДР and a file, and sends it. Gives what the portal has stored. */
async function sendApplication(host: Host): Promise<string> {
  const form = await openedForm(host);
  await fillStep(form, 'О вас', ABOUT_YOU);
  await fillStep(form, 'О ребёнке', ABOUT_CHILD);
  await waitUntilFound(() => headingOf(form) === 'Адрес и детский сад');
  const line = await waitUntilFound(() => findControl(form, 'Адрес, где живёт'), 'the address');
  line.focus();
  line.value = 'барн лен 12';
  line.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  const list = line.getRootNode() as ShadowRoot;
  (await waitUntilFound(() => list.querySelector<HTMLElement>('[role=option]'), 'a suggestion')).click();
  await fillStep(form, 'Адрес и детский сад', { 'С какого дня': '01.09.2027' });
  await waitUntilFound(() => headingOf(form) === 'Документы');
  const files = await waitUntilFound(() => form.shadowRoot?.querySelector('okno-file-field'));
  attachFile(files, PDF);
  await waitUntilFound(() => visibleTextOf(files).includes(fileWords.done), 'the upload');
  clickNext(form);
  await waitUntilFound(() => headingOf(form) === 'Проверка');
  form.shadowRoot?.querySelector<HTMLElement>('#consent')?.click();
  findButton(form, 'Подать')?.click();
  const receipt = await waitUntilFound(
    () => form.shadowRoot?.querySelector('[data-number]')?.textContent.trim(),
    'the receipt',
  );
  return runSandboxCommand<string>({ command: 'stored', number: receipt });
}

/** Lets the page load all but the code for the clean realm. */
const WITHOUT_REALM = `script-src 'unsafe-inline' ${location.origin}/okno-test/okno.js ${location.origin}/okno-test/parts/`;

describe('a page whose libraries replace natives', () => {
  let clean: string;

  before(async () => {
    const host = await openHost('');
    clean = await sendApplication(host);
    expect(host.length, 'frames of a clean page').to.equal(0);
    expect(clean).to.contain('"kladr":"22000001000004000"').and.to.contain('"okato"');
  });
  after(() => forgetDrafts('detskiy-sad'));

  for (const [name, script] of Object.entries(DATA_LIBRARIES))
    it(`sends what a clean page sends: ${name}`, async () => {
      const host = await openHost(script);
      expect(await sendApplication(host)).to.equal(clean);
      expect(host.said).to.deep.equal([]);
    });

  for (const [name, script] of Object.entries(OTHER_LIBRARIES))
    it(`opens the form in a clean realm: ${name}`, async () => {
      const host = await openHost(script);
      await openedForm(host);
      expect(host.length).to.equal(1);
    });

  it('keeps what the library has done, and gets no global of ours', async () => {
    const host = await openHost('Array.from = function from() {};');
    await openedForm(host);
    expect(host.Array.from(''), 'its own function').to.equal(undefined);
    expect('litHtmlVersions' in host).to.equal(false);
  });

  it('sends the same where arrays get a toJSON after the widgets have started', async () => {
    const host = await openHost('');
    await openedForm(host);
    host.eval(DATA_LIBRARIES['a toJSON of arrays (Prototype 1.6)']);
    expect(await sendApplication(host)).to.equal(clean);
  });

  it('sends nothing where other natives break later, says so, and opens in a clean realm next time', async () => {
    const host = await openHost('');
    const form = await openedForm(host);
    await fillAllSteps(form);
    host.eval(OTHER_LIBRARIES['a reduce of its own (Prototype 1.6)']);
    form.shadowRoot?.querySelector<HTMLElement>('#consent')?.click();
    clickNext(form);
    await waitUntilFound(() => visibleTextOf(form).includes('Обновите страницу'), 'the sentence');
    expect(host.said.join()).to.contain('заявление не отправлено').and.to.contain('Array.prototype');
    const next = await openHost('');
    await openedForm(next);
    expect(next.length).to.equal(1);
    sessionStorage.clear();
  });

  it('keeps the fallback, and tells the webmaster, where a clean realm is not possible', async () => {
    const host = await openHost(
      'Array.from = function () {}; var MooTools = { version: "1.4.5" };',
      WITHOUT_REALM,
    );
    await waitUntilFound(() => host.said.length);
    expect(host.said.join('\n'))
      .to.contain('подменяет встроенные функции')
      .and.to.contain('MooTools 1.4.5')
      .and.to.contain('Array.from');
    expect(visibleTextOf(formOf(host) as Element)).to.contain('другая программа на этой странице мешает');
    expect(formOf(host)?.shadowRoot?.querySelector('slot')).to.not.equal(null);
    expect(host.length, 'frames').to.equal(0);
  });

  it('uses a wrapped fetch there that gives whole responses, and none that gives half', async () => {
    const whole = 'var real = fetch; fetch = function (url, options) { return real(url, options); };';
    await openedForm(await openHost(whole, WITHOUT_REALM));
    const host = await openHost(DATA_LIBRARIES['a fetch without arrayBuffer'], WITHOUT_REALM);
    await waitUntilFound(() => host.said.join().includes('подменяет встроенные функции'));
  });
});
