import type { MESSAGE_OPERATIONS } from '../../widgets/contract/messages/operations.ts';
import type { HandlersOf } from '../http/handlers.ts';
import { readListPage } from '../http/paging.ts';
import { HttpProblem } from '../http/problem.ts';
import type { ClockContext } from '../store/clock.ts';
import { requireCase, requireCaseWithStepUp, type CaseAccessContext } from './case-access.ts';
import { lettersOf, markLetterRead } from './letters.ts';
import { resultFilesOf, readResultFile } from './result-files.ts';

type MessagesContext = CaseAccessContext & ClockContext;

/** Handlers of letters and result files of a case. */
export const caseMessageHandlers: HandlersOf<typeof MESSAGE_OPERATIONS, MessagesContext> = {
  listApplicationMessages(request, context) {
    const { number } = requireCase(context, request);
    const { after, limit } = request.query;
    const { items, next } = readListPage(limit, (maxRows) =>
      lettersOf(context, number, { limit: maxRows, after }),
    );
    return { status: 200, body: { items, ...(next && { next: next.id }) } };
  },
  updateApplicationMessage(request, context) {
    const { number } = requireCase(context, request);
    const message = markLetterRead(context, number, request.params.message);
    if (!message) throw new HttpProblem('not-found');
    return { status: 200, body: message };
  },
  listApplicationFiles(request, context) {
    const { number } = requireCase(context, request);
    return { status: 200, body: { items: resultFilesOf(context, number) } };
  },
  getApplicationFile(request, context) {
    const { number } = requireCaseWithStepUp(context, request);
    const result = readResultFile(context, number, request.params.file);
    if (!result) throw new HttpProblem('not-found');
    const { file, bytes } = result;
    return new Response(bytes, {
      headers: {
        'Content-Type': file.type === 'text/plain' ? 'text/plain; charset=utf-8' : file.type,
        // Two names (RFC 6266, 4.3): ASCII for old programs, and the Russian one in UTF-8.
        'Content-Disposition': `attachment; filename="${number}.${file.type === 'text/plain' ? 'txt' : 'pdf'}"; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      },
    });
  },
};
