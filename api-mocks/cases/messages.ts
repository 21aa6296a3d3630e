import type { MESSAGES } from '../../widgets/contract/messages/operations.ts';
import type { HandlersOf } from '../http/api.ts';
import { readPage } from '../http/paging.ts';
import { Refusal } from '../http/problem.ts';
import type { ClockContext } from '../store/clock.ts';
import type { DatabaseContext } from '../store/database.ts';
import type { KeyContext } from '../store/sealed.ts';
import { ownCase } from './cases.ts';
import { lettersOf, markRead } from './letters.ts';
import { filesOf, openFile } from './result-files.ts';

type MessagesContext = DatabaseContext & KeyContext & ClockContext;

/** What the body has written and sent in a case. */
export const messages: HandlersOf<typeof MESSAGES, MessagesContext> = {
  listApplicationMessages({ params, citizen, query: { after, limit } }, context) {
    const { number } = ownCase(context, params.number, citizen);
    const { items, next } = readPage(limit, (most) => lettersOf(context, number, { limit: most, after }));
    return { status: 200, body: { items, ...(next && { next: next.id }) } };
  },
  updateApplicationMessage({ params, citizen }, context) {
    const { number } = ownCase(context, params.number, citizen);
    const message = markRead(context, number, params.message);
    if (!message) throw new Refusal('not-found');
    return { status: 200, body: message };
  },
  listApplicationFiles({ params, citizen }, context) {
    const { number } = ownCase(context, params.number, citizen);
    return { status: 200, body: { items: filesOf(context, number) } };
  },
  getApplicationFile({ params, citizen }, context) {
    const { number } = ownCase(context, params.number, citizen);
    const opened = openFile(context, number, params.file);
    if (!opened) throw new Refusal('not-found');
    const { file, bytes } = opened;
    return new Response(bytes, {
      headers: {
        'Content-Type': `${file.type}; charset=utf-8`,
        'Content-Disposition': `attachment; filename="${number}.txt"; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      },
    });
  },
};
