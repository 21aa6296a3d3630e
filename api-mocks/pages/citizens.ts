import { Hono } from 'hono';
import { html } from 'hono/html';

import { DEMO_CITIZENS, fullNameOf } from '../sign-in/citizens.ts';
import { sandboxPage } from './layout.ts';

/** `GET /sandbox/citizens`: lists the people as whom one can sign in. */
export const citizensPage = () =>
  new Hono().get('/sandbox/citizens', (c) =>
    sandboxPage(c, '/sandbox/citizens', {
      title: 'Кем можно войти',
      body: html`<p>Вход открывается из виджета. Люди придуманы, пароль не нужен.</p>
        <dl>
          ${DEMO_CITIZENS.map(
            ({ profile, about }) =>
              html`<dt><strong>${fullNameOf(profile)}</strong></dt>
                <dd>${about}</dd>`,
          )}
        </dl>`,
    }),
  );
