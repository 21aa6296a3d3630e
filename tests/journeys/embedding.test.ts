import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { expect, test, type Page } from '@playwright/test';

import type { diagnose } from '../../widgets/okno.ts';
import { FALLBACK, LAUNCH_OPTIONS, LINE, WIDGETS, openEmbeddedPage, oursIn } from './embedded-page.ts';
import { JOURNEY_ORIGINS, journeySandbox } from './journey-portal.ts';

const FORM = `<okno-application-form service="detskiy-sad">${FALLBACK}</okno-application-form>`;
const TRACKER = `<okno-status-tracker>${FALLBACK}</okno-status-tracker>`;
const FIELD = '<okno-address-field label="Где вы живёте"></okno-address-field>';
const FIELD_LINE = `<script type="module" src="${WIDGETS}address-field.js"></script>`;

test.use({ launchOptions: LAUNCH_OPTIONS });
test.beforeAll(() => journeySandbox.start());

const isOpen = (on: Page) => expect(on.getByRole('textbox', { name: 'Фамилия' })).toBeVisible();

for (const [does, body] of Object.entries({
  'has an element with the id «okno» before': `<div id="okno"></div>${LINE}${FORM}`,
  'has an element with the id «okno» after': `${LINE}${FORM}<div id="okno"></div>`,
  'has a form with the name «okno»': `<form name="okno"></form>${LINE}${FORM}`,
  'has a variable «okno»': `<script>var okno = {};</script>${LINE}${FORM}`,
  'has lost type="module"': `${LINE.replace(' type="module"', '')}${FORM}`,
  'has another type': `${LINE.replace('type="module"', 'type="text/javascript" async')}${FORM}`,
  'has okno.js twice': `${LINE}${LINE.replace('okno.js', 'okno.js?again')}${FORM}`,
  'has the tag in a component': `${LINE}<host-part></host-part><script>
    setTimeout(() => customElements.define('host-part', class extends HTMLElement {
      connectedCallback() {
        const shadow = this.attachShadow({ mode: 'open' });
        setTimeout(() => { shadow.innerHTML = '<p><host-inner></host-inner>'; }, 50);
      }
    }), 50);
    customElements.define('host-inner', class extends HTMLElement {
      connectedCallback() { this.attachShadow({ mode: 'open' }).innerHTML = \`${FORM}\`; }
    });</script>`,
  'adds the tag later': `${LINE}<script>setTimeout(() => document.body.insertAdjacentHTML('beforeend', \`<div>${FORM}</div>\`), 300)</script>`,
}))
  test(`a widget opens on a page that ${does}`, async ({ page: on }) => {
    const told = await openEmbeddedPage(on, { body });
    await isOpen(on);
    expect(told).toEqual([]);
  });

test('what stands behind a tag that does not end is shown, and the webmaster is told', async ({
  page: on,
}) => {
  const told = await openEmbeddedPage(on, {
    body: `${LINE}<okno-application-form service="detskiy-sad" /><h2>Адрес</h2><okno-status-tracker /><footer>Подвал</footer>`,
  });
  await isOpen(on);
  for (const text of ['Адрес', 'Подвал']) await expect(on.getByText(text, { exact: true })).toBeVisible();
  await expect(on.getByRole('textbox', { name: 'Номер заявления' })).toBeVisible();
  for (const tag of ['okno-application-form', 'okno-status-tracker'])
    expect(oursIn(told).filter((message) => message.includes(`тег <${tag}> не закрыт`))).toHaveLength(1);
});

test('fallback content in HTML stays behind the widget', async ({ page: on }) => {
  const told = await openEmbeddedPage(on, {
    body: `${LINE}${FORM.replace(FALLBACK, '<h3>Как иначе</h3><p>Позвоните: <a href="tel:1">1</a></p>')}`,
  });
  await isOpen(on);
  await expect(on.getByText('Как иначе')).toBeHidden();
  expect(told).toEqual([]);
});

const SPARES = '/^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)';
test('controls do what they do where scripts of the page spare only an <input>', async ({ page: on }) => {
  await openEmbeddedPage(on, {
    body: `${LINE}${FORM}<script>
      document.onmousedown = document.onkeydown = (event) => ${SPARES} || event.key === 'Tab';
      document.onselectstart = document.oncontextmenu = () => false;</script>`,
  });
  const surname = on.getByRole('textbox', { name: 'Фамилия' }).first();
  // The guard comes when the widget is there.
  await expect(surname).toHaveClass(/ym-disable-keys/);
  await surname.click();
  await expect(surname).toBeFocused();
  await on.keyboard.type('Щукинаа');
  await on.keyboard.press('Backspace');
  for (const shortcut of ['a', 'x', 'v', 'v']) await on.keyboard.press(`ControlOrMeta+${shortcut}`);
  await on.keyboard.press('Home');
  await on.keyboard.press('Delete');
  await expect(surname).toHaveValue('укинаЩукина');
  await on.keyboard.press('Enter');
  await expect(
    on.getByRole('heading', { name: 'Есть ошибки' }).or(on.locator('[data-focus=summary]')),
  ).toBeVisible();
});

test('the page gets one property, which holds no secret', async ({ page: on }) => {
  await openEmbeddedPage(on, {
    body: `<script>globalThis.before = new Set(Reflect.ownKeys(globalThis));</script>${LINE}${FORM}`,
  });
  await isOpen(on);
  const added = await on.evaluate(() =>
    Reflect.ownKeys(globalThis)
      .filter((key) => !(globalThis as unknown as { before: Set<unknown> }).before.has(key))
      .map((key) => [String(key), String((globalThis as unknown as Record<PropertyKey, unknown>)[key])]),
  );
  expect(Object.fromEntries(added)).toEqual({
    before: expect.anything() as unknown,
    'Symbol(okno)': `${WIDGETS}okno.js`,
    litElementVersions: expect.anything() as unknown,
    litHtmlVersions: expect.anything() as unknown,
    reactiveElementVersions: expect.anything() as unknown,
  });
});

/** The policy that the embedders' guide tells to set, for the sites of the journeys. */
const readme = readFileSync(fileURLToPath(new URL('../../widgets/README.md', import.meta.url)), 'utf8');
const originOf = (url: string) => new URL(url).origin;
const policy = (/^script-src https.*$/m.exec(readme)?.[0] ?? '')
  .replaceAll('https://КАТАЛОГ', originOf(WIDGETS))
  .replaceAll('https://ПОРТАЛ', originOf(JOURNEY_ORIGINS.portal));

const lit = readFileSync('node_modules/lit-html/lit-html.js', 'utf8');
const HOST_LIT = `<script type="module" nonce="host">
  import { html, render } from './lit-html.js';
  render(html\`<p>Это Lit самой страницы</p>\`, document.body.appendChild(document.createElement('div')));
</script>`;
const hostPolicy = policy
  .replace('script-src', "script-src 'nonce-host' 'self'")
  .replace('trusted-types okno', 'trusted-types okno lit-html');

for (const [order, body, csp] of [
  ['okno.js alone', LINE, policy],
  ['okno.js, then address-field.js', LINE + FIELD_LINE, policy],
  ['address-field.js, then okno.js', FIELD_LINE + LINE, policy],
  ["the page's Lit, then ours", HOST_LIT + LINE + FIELD_LINE, hostPolicy],
  ["our Lit, then the page's", LINE + FIELD_LINE + HOST_LIT, hostPolicy],
  [
    'a policy that does not name ours',
    HOST_LIT + LINE,
    hostPolicy.replace('trusted-types okno', 'trusted-types'),
  ],
] as const)
  test(`all render under the policy of the guide: ${order}`, async ({ page: on }) => {
    await on.route('**/lit-html.js', (route) => route.fulfill({ contentType: 'text/javascript', body: lit }));
    const told = await openEmbeddedPage(on, {
      body: body + FORM + TRACKER + FIELD,
      headers: { 'Content-Security-Policy': `default-src 'none'; ${csp}` },
    });
    await isOpen(on);
    await expect(on.getByRole('textbox', { name: 'Номер заявления' })).toBeVisible();
    await expect(on.getByRole('combobox', { name: 'Где вы живёте' })).toBeVisible();
    if (body.includes(HOST_LIT)) await expect(on.getByText('Это Lit самой страницы')).toBeVisible();
    const refused = csp.includes('trusted-types okno') ? 0 : 1;
    // Chromium writes each violation to the console; the icon of the page is one of them.
    expect(told.filter((message) => !message.includes('data:,'))).toHaveLength(refused);
    expect(
      await on.evaluate(() => (globalThis as { litElementVersions?: string[] }).litElementVersions),
    ).toHaveLength(1);
  });

test('diagnose() gives as data what is wrong, and nothing on a good page', async ({ page: on }) => {
  await openEmbeddedPage(on, { body: LINE + FORM });
  await isOpen(on);
  const ask = () =>
    on.evaluate(
      async (url) => ((await import(url)) as { diagnose: typeof diagnose }).diagnose(),
      `${WIDGETS}okno.js`,
    );
  expect(await ask()).toEqual([]);
  await openEmbeddedPage(on, {
    body: `${LINE.replace(' type="module"', '')}${LINE.replace('okno.js', 'okno.js?2')}
      <okno-rating-from></okno-rating-from><okno-application-form service="pasport-rf"></okno-application-form>`,
    headers: { 'Cross-Origin-Opener-Policy': 'same-origin' },
  });
  const found = await ask();
  expect(found.map(({ code, severity }) => `${severity} ${code}`)).toEqual([
    'error service-without-form',
    'error tag-unknown',
    'warning second-loader',
    'warning classic-script',
    'warning opener-policy',
  ]);
  expect(found[1]?.fix).toContain('<okno-rating-form></okno-rating-form>');
});

test('what a page reads in the console is one message for each thing', async ({ page: on }) => {
  const told = await openEmbeddedPage(on, {
    body: `${LINE}<okno-statustracker></okno-statustracker><okno-statustracker></okno-statustracker><okno-kalkulyator></okno-kalkulyator>`,
  });
  await expect(on.getByRole('alert')).toHaveCount(2);
  expect(oursIn(told)).toHaveLength(1);
});
