import type { MESSAGES } from '../../widgets/contract/messages/operations.ts';
import type { HandlersOf } from '../http/api.ts';
import { ownCase } from './cases.ts';
import { lettersOf, markRead } from './letters.ts';
import { page } from '../http/paging.ts';
import { Refusal } from '../http/problem.ts';
import { filesOf } from './result-files.ts';
import type { Sandbox } from '../sandbox.ts';

/** What the body has written and sent in a case. */
export const messages = (sandbox: Sandbox): HandlersOf<typeof MESSAGES> => ({
  listApplicationMessages({ params, citizen, query: { after, limit } }) {
    const { number } = ownCase(sandbox, params.number, citizen);
    const { items, next } = page(limit, (most) => lettersOf(sandbox, number, most, after));
    return { status: 200, body: { items, ...(next && { next: next.id }) } };
  },
  updateApplicationMessage({ params, citizen }) {
    const { number } = ownCase(sandbox, params.number, citizen);
    const message = markRead(sandbox, number, params.message);
    if (!message) throw new Refusal('not-found');
    return { status: 200, body: message };
  },
  listApplicationFiles({ params, citizen }) {
    const { number } = ownCase(sandbox, params.number, citizen);
    return { status: 200, body: { items: filesOf(sandbox, number).map(({ file }) => file) } };
  },
  getApplicationFile({ params, citizen }) {
    const { number } = ownCase(sandbox, params.number, citizen);
    const found = filesOf(sandbox, number).find(({ file }) => file.id === params.file);
    if (!found) throw new Refusal('not-found');
    const { file, bytes } = found;
    return new Response(bytes, {
      headers: {
        'Content-Type': `${file.type}; charset=utf-8`,
        'Content-Disposition': `attachment; filename="${number}.txt"; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      },
    });
  },
});
