import { Hono } from 'hono';
import { html } from 'hono/html';

import { CITIZENS, fullName } from '../sign-in/citizens.ts';
import { officialsPage } from './layout.ts';

/** `GET /sandbox/citizens`: for whom one can sign in. */
export const citizensPage = () =>
  new Hono().get('/sandbox/citizens', (c) =>
    officialsPage(c, '/sandbox/citizens', {
      title: 'Кем можно войти',
      body: html`<p>Вход открывается из виджета. Люди придуманы, пароль не нужен.</p>
        <dl>
          ${CITIZENS.map(
            ({ profile, about }) =>
              html`<dt><strong>${fullName(profile)}</strong></dt>
                <dd>${about}</dd>`,
          )}
        </dl>`,
    }),
  );
