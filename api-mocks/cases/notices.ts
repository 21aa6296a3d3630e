import type { NOTICE_OPERATIONS } from '../../widgets/contract/notices/operations.ts';
import type { NoticePreferences } from '../../widgets/contract/notices/schemas.ts';
import type { FieldError } from '../../widgets/contract/problems/schemas.ts';
import { contactsOf, maskedContacts } from '../events/contacts.ts';
import { noticePreferencesOf, saveNoticePreferences } from '../events/notice-preferences.ts';
import type { HandlersOf } from '../http/handlers.ts';
import { HttpProblem } from '../http/problem.ts';
import { requireCase, type CaseAccessContext } from './case-access.ts';
import type { Case } from './cases.ts';

/** Handlers of how the applicant of a case is notified. */
export const noticeHandlers: HandlersOf<typeof NOTICE_OPERATIONS, CaseAccessContext> = {
  getCaseNotices: (request, context) => ({
    status: 200,
    body: noticesOf(context, requireCase(context, request)),
  }),
  replaceCaseNotices(request, context) {
    const kase = requireCase(context, request);
    const { body } = request;
    const contacts = contactsOf(context, kase);
    const errors: FieldError[] = (['email', 'sms'] as const)
      .filter((channel) => body[channel].length && contacts[channel] === undefined)
      .map((channel) => ({ pointer: `/${channel}`, code: 'contact' }));
    if (errors.length) throw new HttpProblem('invalid', { errors });
    saveNoticePreferences(context, kase.number, body);
    return { status: 200, body: noticesOf(context, kase) };
  },
};

/** What the applicant has chosen, without channels for which there is no address. */
function noticesOf(context: CaseAccessContext, kase: Case): NoticePreferences {
  const sentTo = maskedContacts(contactsOf(context, kase));
  const { email, sms, quietAtNight } = noticePreferencesOf(context, kase);
  return {
    email: sentTo.email === undefined ? [] : email,
    sms: sentTo.sms === undefined ? [] : sms,
    quietAtNight,
    sentTo,
  };
}
