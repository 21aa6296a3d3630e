import { expect, test, type Page, type Route } from '@playwright/test';

import { FALLBACK, LAUNCH_OPTIONS, LINE, WIDGETS, openEmbeddedPage, oursIn } from './embedded-page.ts';
import { JOURNEY_ORIGINS, journeySandbox } from './journey-portal.ts';

const FORM = `<okno-application-form service="detskiy-sad">${FALLBACK}</okno-application-form>`;
const TRACKER = `<okno-status-tracker>${FALLBACK}</okno-status-tracker>`;
const CONFIG = `${WIDGETS}okno.json`;
const PHONE = '8 800 100-70-10';
const CORS = { 'Access-Control-Allow-Origin': '*' };

test.use({ launchOptions: LAUNCH_OPTIONS });
test.beforeAll(() => journeySandbox.start());

/** What citizen and webmaster read where a widget does not open. */
interface Failure {
  does: string;
  body?: string;
  /** Breaks something on the way to the page. */
  prepare?: (on: Page) => Promise<unknown>;
  /** Of the page. */
  headers?: Record<string, string>;
  /** Of the page, where it is not the municipality's. */
  origin?: string;
  citizen: string;
  /** The whole message in the console: what is wrong, and the line to paste. */
  webmaster: string[];
  /** Whether the citizen is offered another try. */
  retry?: boolean;
}

const answering = (url: string | RegExp, answer: Parameters<Route['fulfill']>[0]) => async (on: Page) => {
  await on.route(url, (route) => route.fulfill({ headers: CORS, ...answer }));
};
const changing = (change: Record<string, unknown>) => async (on: Page) => {
  await on.route(CONFIG, async (route) => {
    const response = await route.fetch();
    const config = (await response.json()) as Record<string, unknown>;
    await route.fulfill({ headers: CORS, json: { ...config, ...change } });
  });
};
const BROKEN =
  'Форма заявления сейчас не открывается: на сайте неполадка. Как обойтись без неё, написано ниже.';
const OFFLINE = 'Форма заявления не открывается: нет связи. Попробуйте ещё раз чуть позже.';

const ADDRESSES = ['javascript:alert(1)', ' data:text/plain,1', 'ftp://portal.example', 'portal.example'];

const FAILURES: Failure[] = [
  {
    does: 'okno.json is not there',
    prepare: answering(CONFIG, { status: 404, body: '' }),
    citizen: BROKEN,
    webmaster: [`нет файла okno.json: ${CONFIG} отвечает 404`, LINE, 'npm run build'],
  },
  {
    does: 'the server of okno.json is broken',
    prepare: answering(CONFIG, { status: 500, body: '' }),
    citizen: BROKEN,
    webmaster: ['сервер отвечает 500', `curl -I ${CONFIG}`],
    retry: true,
  },
  {
    does: 'okno.json is cut in half',
    prepare: answering(CONFIG, { body: '{"portal": "https://por' }),
    citizen: BROKEN,
    webmaster: ['пришёл не целиком', 'npm run build'],
    retry: true,
  },
  {
    does: 'a page for signing in comes instead of okno.json',
    prepare: answering(CONFIG, { contentType: 'text/html', body: '<!doctype html><title>Вход</title>' }),
    citizen: BROKEN,
    webmaster: ['пришла веб-страница', 'без входа и переадресации'],
  },
  {
    does: 'okno.json has no telephone',
    prepare: changing({ contact: {} }),
    citizen: BROKEN,
    webmaster: ['нет свойства "contact.phone"', '"contact": {"phone":'],
  },
  ...ADDRESSES.map((portal): Failure => ({
    does: `the portal is at ${portal}`,
    prepare: changing({ portal }),
    citizen: BROKEN,
    webmaster: [`"portal" — не адрес сайта: ${portal}`, '"portal": "https://ПОРТАЛ"'],
  })),
  {
    does: 'the text of the consent is a script',
    prepare: changing({ consent: { version: '1', url: 'javascript:alert(1)' } }),
    citizen: BROKEN,
    webmaster: ['"consent.url" — не адрес сайта: javascript:alert(1)'],
  },
  {
    does: 'okno.json cannot be reached',
    prepare: (on) => on.route(CONFIG, (route) => route.abort()),
    citizen: OFFLINE,
    webmaster: ['не загрузился', `connect-src ${new URL(WIDGETS).origin}`, 'Access-Control-Allow-Origin: *'],
    retry: true,
  },
  {
    does: 'the portal does not know the site',
    origin: 'http://localhost:4999/',
    citizen: `Форма заявления на этом сайте пока не работает: портал этого сайта не знает. Помогут по телефону ${PHONE}.`,
    webmaster: [
      `портал ${new URL(JOURNEY_ORIGINS.portal).origin} не принимает`,
      'Попросите оператора',
      'http://localhost:4999',
    ],
  },
  {
    does: 'the policy of the page has no portal',
    headers: { 'Content-Security-Policy': `connect-src ${new URL(WIDGETS).origin}` },
    citizen: `Форма заявления сейчас не открывается: на сайте неполадка. Помогут по телефону ${PHONE}.`,
    webmaster: [
      `не пускает виджеты к порталу ${new URL(JOURNEY_ORIGINS.portal).origin}`,
      `connect-src ${new URL(WIDGETS).origin} ${new URL(JOURNEY_ORIGINS.portal).origin}`,
    ],
  },
  {
    does: 'the policy of the page refuses ours, in a browser without setHTML',
    headers: { 'Content-Security-Policy': "require-trusted-types-for 'script'; trusted-types lit-html" },
    prepare: (on) => on.addInitScript(() => Reflect.deleteProperty(Element.prototype, 'setHTML')),
    citizen: BROKEN,
    webmaster: ['не разрешает trusted-types с именем okno', 'trusted-types okno'],
  },
  {
    does: 'a file of the widget is not there',
    prepare: answering(/parts\/(?:ba|li)[\w-]{7}\./, { status: 404, body: '' }),
    citizen: OFFLINE,
    webmaster: ['виджет не загрузился', `script-src ${new URL(WIDGETS).origin}`],
    retry: true,
  },
  {
    does: 'the tag is misspelt',
    body: `<okno-aplication-form service="detskiy-sad">${FALLBACK}</okno-aplication-form>`,
    citizen: 'Этот раздел сейчас не открывается: на сайте неполадка.',
    webmaster: ['тега <okno-aplication-form> нет', '<okno-application-form></okno-application-form>'],
  },
  {
    does: 'the name of the service is misspelt',
    body: `<okno-application-form service="detsky-sad">${FALLBACK}</okno-application-form>`,
    citizen: 'Здесь должна быть форма заявления, но такой услуги нет. Скажите об этом администратору сайта.',
    webmaster: ['service="detsky-sad">: в каталоге нет', '<okno-application-form service="detskiy-sad">'],
  },
  {
    does: 'the tag names no service',
    body: `<okno-application-form>${FALLBACK}</okno-application-form>`,
    citizen: 'Здесь должна быть форма заявления, но такой услуги нет.',
    webmaster: ['нет имени услуги', '<okno-application-form service="detskiy-sad">'],
  },
  {
    does: 'the service has a card but no form',
    body: `<okno-application-form service="pasport-rf">${FALLBACK}</okno-application-form>`,
    citizen: `Подать заявление на эту услугу на сайте пока нельзя. Помогут по телефону ${PHONE}.`,
    webmaster: ['есть карточка, но нет формы', `<a href="${JOURNEY_ORIGINS.catalogue}services/pasport-rf/">`],
  },
  {
    does: 'the questions of the form cannot be fetched',
    prepare: answering(/forms\/detskiy-sad\.json/, { status: 500, body: '' }),
    citizen: `Форма не открывается. Попробуйте ещё раз чуть позже или позвоните: ${PHONE}.`,
    webmaster: ['вопросы формы не загрузились', 'connect-src'],
    retry: true,
  },
];

for (const { does, body = FORM, prepare, headers, origin, citizen, webmaster, retry = false } of FAILURES)
  test(`citizen and webmaster know what is wrong when ${does}`, async ({ page: on }) => {
    await prepare?.(on);
    const told = await openEmbeddedPage(on, {
      body: LINE + body,
      ...(headers && { headers }),
      ...(origin && { origin }),
    });
    await expect(on.getByRole('alert')).toContainText(citizen);
    await expect(on.getByText(FALLBACK)).toBeVisible();
    await expect.poll(() => oursIn(told)).toHaveLength(1);
    for (const words of webmaster) expect(oursIn(told)[0]).toContain(words);
    expect(told.filter((message) => message.includes('CORS'))).toEqual([]);
    await expect(on.getByRole('button', { name: 'Попробовать ещё раз' })).toHaveCount(retry ? 1 : 0);
    await expect(on.getByRole('textbox')).toHaveCount(0);
  });

test('two widgets with one reason are two sentences and one message', async ({ page: on }) => {
  await answering(CONFIG, { status: 404, body: '' })(on);
  const told = await openEmbeddedPage(on, { body: LINE + FORM + TRACKER });
  await expect(on.getByRole('alert')).toHaveCount(2);
  expect(oursIn(told)).toHaveLength(1);
});

test('a page without a widget fetches the loader alone, and opens one that is added later', async ({
  page: on,
}) => {
  const asked: string[] = [];
  on.on('request', (request) => asked.push(request.url()));
  await openEmbeddedPage(on, { body: LINE });
  await on.waitForLoadState('networkidle');
  expect(asked.filter((url) => url.startsWith(WIDGETS))).toEqual([`${WIDGETS}okno.js`]);
  await on.evaluate(() => {
    document.body.append(document.createElement('okno-status-tracker'));
  });
  await expect(on.getByRole('textbox', { name: 'Номер заявления' })).toBeVisible();
});

test('a widget that has failed opens after another try', async ({ page: on }) => {
  let tries = 0;
  await on.route(/parts\/ba[\w-]{7}\./, (route) => (++tries > 1 ? route.fallback() : route.abort()));
  await openEmbeddedPage(on, { body: LINE + TRACKER });
  await on.getByRole('button', { name: 'Попробовать ещё раз' }).click();
  await expect(on.getByRole('textbox', { name: 'Номер заявления' })).toBeVisible();
  await expect(on.getByRole('alert')).toHaveCount(0);
});

test('a widget that takes long says so, and opens', async ({ page: on }) => {
  const held: Route[] = [];
  await on.route(CONFIG, (route) => held.push(route));
  const told = await openEmbeddedPage(on, { body: LINE + FORM });
  await expect(on.getByRole('alert')).toContainText('открывается дольше обычного');
  await expect(on.getByText(FALLBACK)).toBeVisible();
  expect(oursIn(told)).toEqual([expect.stringContaining(`curl -I ${CONFIG}`)]);
  await held[0]?.continue();
  await expect(on.getByRole('textbox', { name: 'Фамилия' })).toBeVisible();
  await expect(on.getByRole('alert')).toHaveCount(0);
});

test('a form whose questions take long says so with the telephone', async ({ page: on }) => {
  await on.route(/forms\/detskiy-sad\.json/, () => undefined);
  await openEmbeddedPage(on, { body: LINE + FORM });
  await expect(on.getByRole('status')).toContainText(
    `Форма открывается дольше обычного. Подождите или позвоните: ${PHONE}.`,
  );
});
