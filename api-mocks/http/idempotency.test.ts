import { createHash } from 'node:crypto';

import { describe, expect, it } from 'vitest';

import { API } from '../../widgets/contract/openapi/api.ts';
import type { Operation } from '../../widgets/contract/openapi/operation.ts';
import { deleteExpiredData } from '../privacy/retention.ts';
import { TEST_NOW, exampleApplication, readProblem, startTestSandbox } from '../testing.ts';

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

/** Takes away what the versions after `version` have added to a database. */
function makeOlder({ db }: ReturnType<TestPortal['context']>, version: number): void {
  if (version < 7) db.exec('ALTER TABLE ratings DROP COLUMN anonymous');
  if (version < 6) db.exec('ALTER TABLE answered DROP COLUMN createdCase');
  if (version < 4) db.exec("DELETE FROM desk WHERE name = 'keyCheck'");
  if (version < 3)
    db.exec(
      'ALTER TABLE tokens ADD COLUMN challenge TEXT; ALTER TABLE tokens DROP COLUMN thumbprint; DELETE FROM tokens',
    );
  db.exec(`PRAGMA user_version = ${version}`);
}

describe('a key that was sent before an upgrade of the portal', () => {
  it.each([2, 3, 5, 6, 7])(
    'is found in a database of version %i, with a new form and contract, and however late',
    async (version) => {
      let now = TEST_NOW;
      const portal = await startTestSandbox({ wallNow: () => now });
      const first = await send(portal);
      const sent = await first.text();
      const { db } = portal.context();
      // As those versions stored it: the hash of operation, path, owner and key, and the response under the key.
      if (version < 6)
        db.prepare('UPDATE answered SET slot = ?').run(
          sha256(`["createApplication","/v1/applications","","${KEY}"]`),
        );
      makeOlder(portal.context(), version);
      portal.changeForm('v2');
      now = new Date(TEST_NOW.getTime() + 29 * 86_400_000);
      await portal.restart();
      // A draft that is changed again and again is sent long after that.
      now = new Date(TEST_NOW.getTime() + 400 * 86_400_000);
      deleteExpiredData(portal.context());
      const again = await send(portal);
      expect([again.status, await again.text()]).toEqual([201, sent]);
      expect(again.headers.get('Location')).toBe(first.headers.get('Location'));
      expect(await readProblem(await send(portal, exampleApplication({})))).toMatchObject({
        type: 'key-reused',
      });
      expect(countApplications(portal)).toBe(1);
    },
  );

  it('is stored under the hash of a name that never changes, as the first version did', async () => {
    const portal = await startTestSandbox();
    await send(portal);
    expect(portal.context().db.prepare('SELECT slot, fingerprint FROM answered').all()).toEqual([
      {
        slot: new Uint8Array(sha256(`applications ${KEY}`)),
        fingerprint: new Uint8Array(sha256(CANONICAL)),
      },
    ]);
  });

  it('belongs to a name: another one would lose the keys of yesterday. So would another id or path, until 2027', () => {
    const names = Object.entries<Operation>(API)
      .filter(([, { keyName }]) => keyName)
      .map(([id, { keyName, method, path }]) => `${id} ${method} ${path} ${keyName}`);
    expect(names.sort()).toMatchInlineSnapshot(`
      [
        "changeRating put /ratings/{number} ratings/{number}",
        "createAnswer post /applications/{number}/answers applications/{number}/answers",
        "createApplication post /applications applications",
        "createApplicationMessage post /applications/{number}/messages applications/{number}/messages",
        "createAppointment post /appointments appointments",
        "createComplaint post /complaints complaints",
        "createCorrection post /applications/{number}/corrections applications/{number}/corrections",
        "createErasure post /erasures erasures",
        "createEscalation post /complaints/{number}/escalations complaints/{number}/escalations",
        "createExchange post /session/exchanges session/exchanges",
        "createHandOver post /hand-overs hand-overs",
        "createInstantRequest post /instant-requests instant-requests",
        "createPageFeedback post /page-feedback page-feedback",
        "createPlainMessage post /messages messages",
        "createQuestionnaireAnswers post /questionnaire-answers questionnaire-answers",
        "createRating post /ratings ratings",
        "createRenewal post /session/renewals session/renewals",
        "createWithdrawal post /applications/{number}/withdrawal applications/{number}/withdrawal",
        "moveAppointment patch /appointments/{id} appointments/{id}",
        "redeemHandOver post /hand-overs/redemptions hand-overs/redemptions",
      ]
    `);
  });
});
