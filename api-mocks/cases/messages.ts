import type { MESSAGE_OPERATIONS } from '../../widgets/contract/messages/operations.ts';
import type { HandlersOf } from '../http/handlers.ts';
import { readListPage } from '../http/paging.ts';
import { HttpProblem } from '../http/problem.ts';
import type { ClockContext } from '../store/clock.ts';
import type { DatabaseContext } from '../store/database.ts';
import type { KeyContext } from '../store/sealing.ts';
import { requireOwnCase } from './cases.ts';
import { lettersOf, markLetterRead } from './letters.ts';
import { resultFilesOf, readResultFile } from './result-files.ts';

type MessagesContext = DatabaseContext & KeyContext & ClockContext;

/** Handlers of letters and result files of a case. */
export const caseMessageHandlers: HandlersOf<typeof MESSAGE_OPERATIONS, MessagesContext> = {
  listApplicationMessages({ params, citizen, query: { after, limit } }, context) {
    const { number } = requireOwnCase(context, params.number, citizen);
    const { items, next } = readListPage(limit, (maxRows) =>
      lettersOf(context, number, { limit: maxRows, after }),
    );
    return { status: 200, body: { items, ...(next && { next: next.id }) } };
  },
  updateApplicationMessage({ params, citizen }, context) {
    const { number } = requireOwnCase(context, params.number, citizen);
    const message = markLetterRead(context, number, params.message);
    if (!message) throw new HttpProblem('not-found');
    return { status: 200, body: message };
  },
  listApplicationFiles({ params, citizen }, context) {
    const { number } = requireOwnCase(context, params.number, citizen);
    return { status: 200, body: { items: resultFilesOf(context, number) } };
  },
  getApplicationFile({ params, citizen }, context) {
    const { number } = requireOwnCase(context, params.number, citizen);
    const result = readResultFile(context, number, params.file);
    if (!result) throw new HttpProblem('not-found');
    const { file, bytes } = result;
    return new Response(bytes, {
      headers: {
        'Content-Type': `${file.type}; charset=utf-8`,
        // Two names (RFC 6266, 4.3): ASCII for old programs, and the Russian one in UTF-8.
        'Content-Disposition': `attachment; filename="${number}.txt"; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      },
    });
  },
};
