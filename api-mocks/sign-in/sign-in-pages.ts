import type { Context } from 'hono';
import { html } from 'hono/html';

import type { SignedIn } from '../../widgets/contract/session/schemas.ts';
import type { Citizen } from '../http/identity.ts';
import { htmlPage } from '../http/page.ts';
import { fullNameOf } from './citizens.ts';
import { returnUrl, hiddenFieldsOf, type SignInRequest } from './sign-in-request.ts';

/**
 * Asks a citizen who has signed in already whether to continue. A page gets nothing without a click on the portal's own page.
 */
export const alreadySignedInPage = (c: Context, request: SignInRequest, { profile }: Citizen) =>
  htmlPage(c, {
    title: 'Вы уже вошли',
    body: html`<p>
        Сайт <strong>${request.origin}</strong> узнает, кто вы, чтобы заполнить за вас форму и показать ваши
        заявления.
      </p>
      <form method="post" action="/sign-in">
        ${Object.entries(hiddenFieldsOf(request)).map(
          ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
        )}
        <button class="wide" name="as" value="same">
          Продолжить: <strong>${fullNameOf(profile)}</strong>
        </button>
        <button class="wide" name="as" value="other">Войти другим человеком</button>
      </form>`,
  });

/** Says that the page which opened the window is not on the list, or that its request is wrong. */
export const unlistedSitePage = (c: Context) =>
  htmlPage(c, {
    title: 'Войти отсюда нельзя',
    body: html`<p>
        Сайта, который открыл это окно, нет в списке портала. Закройте окно и войдите со страницы вашего
        муниципалитета.
      </p>
      <p class="quiet">
        Вебмастеру: адрес страницы передают в параметре origin, и он должен стоять в списке --origins.
      </p>`,
    status: 403,
  });

/** Says that this sign-in is unknown: it was begun in another browser, or too long ago, or is over. */
export const unknownSignInPage = (c: Context) =>
  htmlPage(c, {
    title: 'Вход не получился',
    body: html`<p>
      Этот вход начали в другом браузере, слишком давно, или он уже закончен. Закройте окно и войдите снова.
    </p>`,
    status: 403,
  });

/**
 * Posts the code to the page that opened the window, by its exact origin, and closes the window (RFC 9700, 4.17). All scripts of the
 * page hear it; only the widget has the key for which it is good.
 */
export const codePage = (c: Context, origin: string, message: SignedIn) =>
  htmlPage(c, {
    title: 'Вы вошли',
    body: html`<p>Окно сейчас закроется. Если нет — закройте его сами и вернитесь к заявлению.</p>`,
    script: `window.opener?.postMessage(${scriptLiteral(message)}, ${scriptLiteral(origin)}); window.close();`,
  });

/** Closes the window without a message. The page that opened it sees that nobody has signed in. */
export const notSignedInPage = (c: Context) =>
  htmlPage(c, {
    title: 'Вы не вошли',
    body: html`<p>Закройте окно и вернитесь к заявлению: всё, что вы написали, на месте.</p>`,
    script: 'window.close();',
  });

/**
 * Leads back to the page that asked for the sign-in, by a script. A redirect would not do: the policy `form-action` of the page
 * with the button would stop it, and the address before would stay in the history of the browser.
 */
export function returnPage(c: Context, request: SignInRequest, code?: string) {
  const address = returnUrl(request, code);
  return htmlPage(c, {
    title: code === undefined ? 'Вы не вошли' : 'Вы вошли',
    body: html`<p><a href="${address}">Вернуться на сайт ${request.origin}</a></p>`,
    script: `location.replace(${scriptLiteral(address)});`,
  });
}

/** Writes a value as a literal within a `<script>`. Without the replacement the text `</script>` in it would end the script. */
const scriptLiteral = (value: unknown) => JSON.stringify(value).replaceAll('<', '\\u003c');
