import { createHash } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';

import { describe, expect, it } from 'vitest';

import { API } from '../../widgets/contract/openapi/api.ts';
import type { Operation } from '../../widgets/contract/openapi/operation.ts';
import { insertRow } from '../store/database.ts';
import { MIGRATIONS } from '../store/migrations.ts';
import { seal } from '../store/sealing.ts';
import { EXAMPLE_ANSWERS, TEST_NOW, exampleApplication, readProblem, startTestSandbox } from '../testing.ts';

const KEY = '8e03978e-40d5-43e8-bc93-6894a57f9324';
/** `exampleApplication()` with the keys of all objects in order. */
const CANONICAL =
  '{"answers":{"childBirthDate":"2024-05-06","childLastName":"Примеров"},"consent":{"version":"2026-11-21"},"formVersion":"v1","service":"detskiy-sad"}';

const sha256 = (text: string) => createHash('sha256').update(text).digest();

type TestPortal = Awaited<ReturnType<typeof startTestSandbox>>;
const send = (portal: TestPortal, body: object = exampleApplication()) =>
  portal.post('/v1/applications', body, { 'Idempotency-Key': `"${KEY}"` });
const countApplications = (portal: TestPortal) =>
  portal.context().db.prepare('SELECT count(*) AS count FROM applications').get()?.['count'];

/** Makes a database of the first version in which an application was sent with `KEY`. Gives the response that was sent then. */
function writeFirstVersion(file: string): object {
  const response = {
    number: '22-2026-000001',
    code: '00412077',
    submittedAt: TEST_NOW.toISOString(),
    dueOn: '2026-12-04',
  };
  using db = new DatabaseSync(file);
  db.exec(`${MIGRATIONS[0]?.sql}; PRAGMA user_version = 1`);
  insertRow(db, 'applications', {
    number: response.number,
    codeSalt: new Uint8Array(16),
    codeHash: sha256('\0'.repeat(16) + response.code),
    service: JSON.stringify({ slug: 'detskiy-sad', title: 'Постановка на учёт', short: 'Детский сад' }),
    agency: JSON.stringify({ slug: 'komitet', title: 'Комитет по образованию' }),
    period: JSON.stringify({ value: 10, unit: 'workingDay' }),
    formVersion: 'v1',
    answers: JSON.stringify(EXAMPLE_ANSWERS),
    consentVersion: '1',
    submittedAt: response.submittedAt,
    dueOn: response.dueOn,
    state: 'registered',
  });
  insertRow(db, 'answered', {
    slot: sha256(`applications ${KEY}`),
    fingerprint: sha256(CANONICAL),
    answer: seal(sha256(`answer ${KEY}`), response),
    at: TEST_NOW.toISOString(),
  });
  return response;
}

describe('a key that was sent before an upgrade of the portal', () => {
  it('is found in a database of the first version: the same response, one application', async () => {
    const portal = await startTestSandbox();
    const older = `${portal.db}.older`;
    const sent = writeFirstVersion(older);
    portal.changeForm('v2');
    await portal.restart({ db: older });
    const again = await send(portal);
    expect([again.status, await again.json()]).toEqual([201, sent]);
    expect(again.headers.get('Location')).toBe('/v1/applications/22-2026-000001');
    expect(await readProblem(await send(portal, exampleApplication({})))).toMatchObject({
      type: 'key-reused',
    });
    expect(countApplications(portal)).toBe(1);
  });

  it.each([2, 3])(
    'is found in a database of version %i, with a new form, day and contract',
    async (version) => {
      let now = TEST_NOW;
      const portal = await startTestSandbox({ wallNow: () => now });
      const first = await send(portal);
      const sent = await first.text();
      const { db } = portal.context();
      // As those versions stored it: the hash of operation, path, owner and key, and the response under the key.
      expect(db.prepare('SELECT slot, fingerprint FROM answered').all()).toEqual([
        {
          slot: new Uint8Array(sha256(`["createApplication","/v1/applications","","${KEY}"]`)),
          fingerprint: new Uint8Array(sha256(CANONICAL)),
        },
      ]);
      db.exec("DELETE FROM desk WHERE name = 'keyCheck'");
      if (version === 2)
        db.exec(
          'ALTER TABLE tokens ADD COLUMN challenge TEXT; ALTER TABLE tokens DROP COLUMN thumbprint; DELETE FROM tokens',
        );
      db.exec(`PRAGMA user_version = ${version}`);
      portal.changeForm('v2');
      now = new Date(TEST_NOW.getTime() + 29 * 86_400_000);
      await portal.restart();
      const again = await send(portal);
      expect([again.status, await again.text()]).toEqual([201, sent]);
      expect(again.headers.get('Location')).toBe(first.headers.get('Location'));
      expect(countApplications(portal)).toBe(1);
    },
  );

  it('belongs to an operation by its name: a new name would lose the keys of yesterday', () => {
    const names = Object.entries<Operation>(API)
      .filter(([, { needsIdempotencyKey }]) => needsIdempotencyKey)
      .map(([id, { method, path }]) => `${id} ${method} ${path}`);
    expect(names.sort()).toMatchInlineSnapshot(`
      [
        "createAnswer post /applications/{number}/answers",
        "createApplication post /applications",
        "createApplicationMessage post /applications/{number}/messages",
        "createAppointment post /appointments",
        "createComplaint post /complaints",
        "createCorrection post /applications/{number}/corrections",
        "createErasure post /erasures",
        "createEscalation post /complaints/{number}/escalations",
        "createExchange post /session/exchanges",
        "createHandOver post /hand-overs",
        "createInstantRequest post /instant-requests",
        "createPageFeedback post /page-feedback",
        "createPlainMessage post /messages",
        "createQuestionnaireAnswers post /questionnaire-answers",
        "createRating post /ratings",
        "createRenewal post /session/renewals",
        "createWithdrawal post /applications/{number}/withdrawal",
        "moveAppointment patch /appointments/{id}",
        "redeemHandOver post /hand-overs/redemptions",
      ]
    `);
  });
});
