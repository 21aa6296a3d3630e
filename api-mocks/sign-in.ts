import { Hono, type Context } from 'hono';
import { csrf } from 'hono/csrf';
import { html } from 'hono/html';

import type { SignedIn } from '../widgets/contract/session.ts';
import { wordsOnly } from './body.ts';
import { CITIZENS, fullName } from './citizens.ts';
import { page } from './page.ts';
import type { Sandbox } from './sandbox.ts';
import { TOKEN_SECONDS } from './sessions.ts';

/** The sign-in window: `GET /sign-in?origin=…&state=…`, opened by a widget on a page whose origin is on the portal's list. */
export const signIn = ({ origins, sessions, real }: Sandbox) =>
  new Hono()
    .get('/', (c) => {
      const { origin = '', state = '' } = c.req.query();
      return origins.includes(origin) && isState(state) ? choice(c, origin, state) : refusal(c);
    })
    .post('/', wordsOnly, csrf(), async (c) => {
      const form = await c.req.parseBody();
      const { origin, state } = form;
      const citizen = CITIZENS.find(({ id }) => id === form['citizen']);
      if (!citizen || typeof origin !== 'string' || !origins.includes(origin) || !isState(state))
        return refusal(c);
      const accessToken = sessions.start(citizen, real().getTime());
      return handOver(c, origin, { type: 'okno-signed-in', state, accessToken, expiresIn: TOKEN_SECONDS });
    });

/** What the page gave is handed back as it came, so it is bounded. */
const isState = (state: unknown): state is string =>
  typeof state === 'string' && /^[!-~]{1,200}$/.test(state);

const choice = (c: Context, origin: string, state: string) =>
  page(
    c,
    'Вход на учебный портал',
    html`<p>
        Сайт <strong>${origin}</strong> узнает, кто вы, чтобы заполнить за вас форму. Это пробный вход: пароль
        не нужен, люди придуманы.
      </p>
      <form method="post">
        <input type="hidden" name="origin" value="${origin}" />
        <input type="hidden" name="state" value="${state}" />
        ${CITIZENS.map(
          ({ id, profile, about }) =>
            html`<button class="wide" name="citizen" value="${id}">
              <strong>${fullName(profile)}</strong><br /><span class="quiet">${about}</span>
            </button>`,
        )}
      </form>`,
  );

const refusal = (c: Context) =>
  page(
    c,
    'Войти отсюда нельзя',
    html`<p>
        Сайта, который открыл это окно, нет в списке портала. Закройте окно и войдите со страницы вашего
        муниципалитета.
      </p>
      <p class="quiet">
        Вебмастеру: адрес страницы передают в параметре origin, и он должен стоять в списке --origins.
      </p>`,
    { status: 403 },
  );

/** Gives the token to the page that opened the window, and to no other. */
function handOver(c: Context, origin: string, message: SignedIn) {
  const [data, target] = [message, origin].map((value) => JSON.stringify(value).replaceAll('<', '\\u003c'));
  return page(
    c,
    'Вы вошли',
    html`<p>Окно сейчас закроется. Если нет — закройте его сами и вернитесь к заявлению.</p>`,
    {
      script: `window.opener?.postMessage(${data}, ${target}); window.close();`,
    },
  );
}
