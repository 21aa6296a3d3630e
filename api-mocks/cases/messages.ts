import { isFinalState } from '../../widgets/contract/applications/moves.ts';
import type { MESSAGE_OPERATIONS } from '../../widgets/contract/messages/operations.ts';
import { addEvent, type EventContext } from '../events/events.ts';
import type { HandlersOf } from '../http/handlers.ts';
import { readListPage } from '../http/paging.ts';
import { HttpProblem } from '../http/problem.ts';
import { requireCase, requireCaseWithStepUp, type CaseAccessContext } from './case-access.ts';
import { lettersOf, markLetterRead, sendApplicantLetter } from './letters.ts';
import { checkSignature, resultFilesOf, readResultFile, type ResultFile } from './result-files.ts';

type MessagesContext = CaseAccessContext & EventContext;

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
  createApplicationMessage(request, context) {
    const kase = requireCase(context, request);
    const { number, citizen, state } = kase;
    if (isFinalState(state))
      throw new HttpProblem('wrong-state', { detail: 'Дело закончено: на письмо в нём никто не ответит.' });
    const letter = sendApplicantLetter(context, kase, request.body);
    // For her other pages: she needs no notice of what she has written.
    addEvent(context, { citizen, kind: 'applicationChanged', subject: number, notice: null });
    return { status: 201, body: letter };
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
    const { file, bytes } = requireResultFile(context, number, request.params.file);
    return new Response(bytes, {
      headers: {
        'Content-Type': file.type === 'text/plain' ? 'text/plain; charset=utf-8' : file.type,
        // Two names (RFC 6266, 4.3): ASCII for old programs, and the Russian one in UTF-8.
        'Content-Disposition': `attachment; filename="${number}.${file.type === 'text/plain' ? 'txt' : 'pdf'}"; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      },
    });
  },
  checkFileSignature(request, context) {
    const { number, agency } = requireCase(context, request);
    const { file } = requireResultFile(context, number, request.params.file);
    const checkedAt = context.now().toISOString();
    return { status: 200, body: { ...checkSignature(file, agency), checkedAt } };
  },
};

/** Reads one result file with its bytes. Throws 404 `not-found` if the case has none with this id. */
function requireResultFile(context: MessagesContext, number: string, id: string): ResultFile {
  const result = readResultFile(context, number, id);
  if (!result) throw new HttpProblem('not-found');
  return result;
}
