import type { APPLICATIONS } from '../../widgets/contract/applications/operations.ts';
import type { HandlersOf } from '../http/api.ts';
import { apply, correct } from '../workflow/apply.ts';
import { attach, attachmentsAt } from './attachments.ts';
import { casesOf, findCase, isEnd, ownCase, standingOf, type Case } from './cases.ts';
import { openCase } from './codes.ts';
import { enter } from '../workflow/enter.ts';
import { deedsOf } from './history.ts';
import { write } from './letters.ts';
import { page } from '../http/paging.ts';
import { Refusal } from '../http/problem.ts';
import type { Sandbox } from '../sandbox.ts';
import { statusOf, summaryOf, wholeOf } from './status.ts';
import { ANSWERED_NOTE } from '../words.ts';

/** Applications: what the applicant sees of them, and does. */
export const applications = (sandbox: Sandbox): HandlersOf<typeof APPLICATIONS> => ({
  createApplication({ body, citizen }) {
    const created = apply(sandbox, body, citizen);
    return { status: 201, body: created, headers: { Location: locationOf(created) } };
  },
  listApplications({ citizen, query: { after, limit } }) {
    const { items, next } = page(limit, (most) => casesOf(sandbox.db, citizen.id, most, after));
    return {
      status: 200,
      body: { items: items.map((found) => summaryOf(sandbox, found)), ...(next && { next: next.number }) },
    };
  },
  getApplication: ({ params, citizen }) => ({
    status: 200,
    body: wholeOf(sandbox, ownCase(sandbox, params.number, citizen)),
  }),
  getApplicationStatus({ params, headers, citizen }) {
    const code = headers['Okno-Case-Code'];
    const found =
      code === undefined ? ownCase(sandbox, params.number, citizen) : openCase(sandbox, params.number, code);
    return { status: 200, body: statusOf(sandbox, found) };
  },
  getApplicationHistory({ params, citizen }) {
    const { number } = ownCase(sandbox, params.number, citizen);
    return { status: 200, body: { items: deedsOf(sandbox.db, number) } };
  },
  createWithdrawal({ params, body, citizen }) {
    const found = ownCase(sandbox, params.number, citizen);
    if (isEnd(found.state)) throw new Refusal('wrong-state');
    enter(sandbox, found, 'withdrawn', { text: body.reason });
    return { status: 201, body: statusOf(sandbox, reread(sandbox, found)) };
  },
  createAnswer({ params, body: { text = '', uploads = [] }, citizen }) {
    const found = ownCase(sandbox, params.number, citizen);
    if (found.state !== 'asked') throw new Refusal('wrong-state');
    attach(sandbox, attachmentsAt('/uploads', uploads), found.number);
    write(sandbox, found, 'applicant', { text, ...(uploads.length && { uploads }) });
    enter(sandbox, found, standingOf(found), { role: 'applicant', note: ANSWERED_NOTE });
    return { status: 201, body: statusOf(sandbox, reread(sandbox, found)) };
  },
  createCorrection({ params, body, citizen }) {
    const created = correct(sandbox, body, ownCase(sandbox, params.number, citizen));
    return { status: 201, body: created, headers: { Location: locationOf(created) } };
  },
});

const locationOf = ({ number }: { number: string }) => `/v1/applications/${number}`;

/** A case as it is now. */
const reread = ({ db }: Sandbox, found: Case): Case => findCase(db, found.number) ?? found;
