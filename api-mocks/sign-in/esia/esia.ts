import type { IncomingMessage } from 'node:http';

import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { Hono, type Context } from 'hono';
import { csrf } from 'hono/csrf';
import { html } from 'hono/html';
import { errors, type Provider } from 'oidc-provider';

import { limitBody } from '../../http/body.ts';
import type { PortalUrlContext } from '../../http/http-server.ts';
import { htmlPage } from '../../http/page.ts';
import { DEMO_CITIZENS, fullNameOf, type DemoCitizen } from '../citizens.ts';
import { createEsiaProvider, type EsiaCredentials } from './provider.ts';

/** Gives handlers the request and response of Node, which `oidc-provider` works with. */
interface Env {
  Bindings: HttpBindings;
}

/**
 * `/esia`: the stand-in for ЕСИА. It is an OpenID provider where one chooses a demonstration citizen instead of typing a
 * password.
 */
export const esiaRoutes = (context: PortalUrlContext, credentials: EsiaCredentials) => {
  let cached: Provider | undefined;
  // Is made at the first request: the portal's address is not known before the server listens.
  const provider = () => (cached ??= createEsiaProvider(context.portalUrl, credentials));
  return new Hono<Env>()
    .onError((error, c) => {
      if (error instanceof errors.SessionNotFound) return tooLatePage(c);
      throw error;
    })
    .get('/interaction/:uid', async (c) => {
      await provider().interactionDetails(c.env.incoming, c.env.outgoing);
      return choicePage(c);
    })
    .post('/interaction/:uid', limitBody, csrf(), async (c) => {
      const { citizen } = await c.req.parseBody();
      const chosenCitizen = DEMO_CITIZENS.find(({ id }) => id === citizen);
      const result = chosenCitizen ? { login: { accountId: chosenCitizen.id } } : { error: 'access_denied' };
      return c.redirect(await provider().interactionResult(c.env.incoming, c.env.outgoing, result), 303);
    })
    .all('*', async (c) => {
      const request: IncomingMessage & { originalUrl?: string | undefined } = c.env.incoming;
      // The provider is mounted at `/esia`: it wants the path below it, and the original one for redirects.
      request.originalUrl = request.url;
      request.url = request.url?.slice('/esia'.length);
      await provider().callback()(request, c.env.outgoing);
      return RESPONSE_ALREADY_SENT;
    });
};

const choicePage = (c: Context) =>
  htmlPage(c, {
    title: 'Учебные Госуслуги',
    body: html`<p>
        Портал просит подтвердить, кто вы. В жизни здесь вводят пароль от Госуслуг. Сейчас он не нужен: люди
        придуманы. Кем войти?
      </p>
      <form method="post">
        ${DEMO_CITIZENS.map(citizenButton)}
        <button class="wide">Не входить и вернуться</button>
      </form>`,
  });

const citizenButton = ({ id, profile, about }: DemoCitizen) =>
  html`<button class="wide" name="citizen" value="${id}">
    <strong>${fullNameOf(profile)}</strong><br /><span class="quiet">${about}</span>
  </button>`;

const tooLatePage = (c: Context) =>
  htmlPage(c, {
    title: 'Вход начали слишком давно',
    body: html`<p>Прошло больше десяти минут, или вход уже закончен. Закройте окно и начните вход снова.</p>`,
    status: 403,
  });
