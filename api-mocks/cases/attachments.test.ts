import * as v from 'valibot';
import { describe, expect, it } from 'vitest';

import { ApplicationSchema } from '../../widgets/contract/applications/schemas.ts';
import { CaseMessageListSchema } from '../../widgets/contract/messages/schemas.ts';
import { moveCaseTo } from '../workflow/officials.ts';
import {
  EXAMPLE_ANSWERS,
  JPEG,
  exampleApplication,
  newIdempotencyKey,
  readProblem,
  startTestSandbox,
  waitForUpload,
} from '../testing.ts';

type Portal = Awaited<ReturnType<typeof startTestSandbox>>;

const key = () => ({ 'Idempotency-Key': newIdempotencyKey() });
const withFile = (upload: object) => exampleApplication({ ...EXAMPLE_ANSWERS, benefitDocument: [upload] });
const apply = (portal: Portal, upload: object, headers: Record<string, string> = {}) =>
  portal.post('/v1/applications', withFile(upload), { ...key(), ...headers });
const sentBy = async (portal: Portal, headers: Record<string, string> = {}) =>
  waitForUpload(await portal.sendUpload(JPEG, 'справка.jpg', headers));
const NOT_THERE = { status: 422, errors: [{ pointer: '/answers/benefitDocument/0', code: 'file' }] };

describe('an upload that an application names', () => {
  it.each([
    ['another citizen', 'ivan'],
    ['somebody who has not signed in', undefined],
  ])('is not there for %s', async (_, other) => {
    const portal = await startTestSandbox();
    const upload = await sentBy(portal, portal.headersOf('anna'));
    const refused = await readProblem(await apply(portal, upload, other ? portal.headersOf(other) : {}));
    expect(refused).toMatchObject(NOT_THERE);
    const unknown = { ...upload, id: crypto.randomUUID() };
    expect(refused).toEqual(await readProblem(await apply(portal, unknown)));
    expect((await apply(portal, upload, portal.headersOf('anna'))).status).toBe(201);
  });

  it('is not there for a second application, even while it is being scanned', async () => {
    const portal = await startTestSandbox();
    const upload = await sentBy(portal);
    expect((await apply(portal, upload)).status).toBe(201);
    expect(await readProblem(await apply(portal, upload))).toMatchObject(NOT_THERE);
    await portal.restart({ scanDelayMs: 60_000 });
    const sent = await portal.sendUpload(JPEG, 'справка.jpg', portal.headersOf('anna'));
    const scanning = { ...upload, id: sent.headers.get('Location')?.split('/').at(-1) };
    expect(await readProblem(await apply(portal, scanning))).toMatchObject(NOT_THERE);
    const own = await apply(portal, scanning, portal.headersOf('anna'));
    expect(await readProblem(own)).toMatchObject({ type: 'scanning' });
  });

  it('may have been sent before signing in', async () => {
    const portal = await startTestSandbox();
    const upload = await sentBy(portal);
    expect((await apply(portal, upload, portal.headersOf('anna'))).status).toBe(201);
  });

  it('has the name, size and type that the portal has found, whatever is said of it', async () => {
    const portal = await startTestSandbox();
    const anna = portal.headersOf('anna');
    const upload = await sentBy(portal, anna);
    const lie = { id: upload.id, name: '../../<img>.exe', size: 1, type: 'text/html' };
    const { number } = (await (await apply(portal, lie, anna)).json()) as { number: string };
    const application = await portal.call(`/v1/applications/${number}`, { headers: anna });
    const { answers } = v.parse(ApplicationSchema, await application.json());
    expect(answers?.['benefitDocument']).toEqual([
      { id: upload.id, name: 'справка.jpg', size: JPEG.length, type: 'image/jpeg' },
    ]);
    moveCaseTo(portal.context(), number, { to: 'asked', text: 'Где печать?' });
    const second = await sentBy(portal, anna);
    const answer = { uploads: [{ ...lie, id: second.id }] };
    await portal.post(`/v1/applications/${number}/answers`, answer, { ...key(), ...anna });
    const messages = await portal.call(`/v1/applications/${number}/messages`, { headers: anna });
    const { items } = v.parse(CaseMessageListSchema, await messages.json());
    expect(items[0]?.uploads).toEqual([
      { id: second.id, name: 'справка.jpg', size: JPEG.length, type: 'image/jpeg' },
    ]);
  });
});
