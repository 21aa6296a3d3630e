// Longer than other modules: words only, which belong together.
import { complaintPeriod } from '../contract/complaints/grounds.ts';
import type { ComplaintCreated } from '../contract/complaints/schemas.ts';
import { CONTACT_MISTAKES_EN } from '../fields/contact-mistakes.en.ts';
import { draftEn } from '../forms/draft-messages.en.ts';
import { savingEn } from '../forms/receipt-messages.en.ts';
import { registeredOnEn } from '../forms/registration-messages.ts';
import type { Messages } from './messages.ts';

const longDate = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  timeZone: 'UTC',
});
const period = ({ value, unit }: ComplaintCreated['period']) =>
  `${value} ${unit === 'workingDay' ? 'working ' : ''}${value === 1 ? 'day' : 'days'}`;

/** Left out where the browser refuses to save the draft. */
const answersKept = (isSaved: boolean) => (isSaved ? ' All that you wrote is kept.' : '');

/** English texts. */
export const en: Messages = {
  loading: 'Fetching the list…',
  noAgencies: 'The list of bodies did not come. You can fill in the rest: it is kept.',
  retry: 'Try again',
  title: 'Complain about how a service was provided',
  lead: 'It is free. The complaint will be considered and answered in writing.',
  notHere:
    'Potholes, rubbish, cold radiators do not belong here: report them under “Обратная связь” on Gosuslugi.',
  saved: 'saved',
  ground: 'What happened?',
  grounds: {
    lateRegistration: {
      title: 'The application is not being registered',
      example: 'Sent on Monday, and no number a week later',
    },
    overdue: {
      title: 'There is no answer, and the time is over',
      example: 'Promised in 10 working days, and it is the twentieth',
    },
    extraDocuments: {
      title: 'They ask for too much',
      example: 'A paper that is not on the list, or one more visit',
    },
    refusedDocuments: {
      title: 'They did not take the documents',
      example: 'All is as the list says, and the application was not accepted',
    },
    refusedService: {
      title: 'They refused without a reason for it',
      example: 'The reason is not among the grounds for refusal',
    },
    extraFee: {
      title: 'They took or ask for too much money',
      example: 'The service is free, and you got a bill',
    },
    uncorrectedErrors: {
      title: 'They do not correct a mistake in a document',
      example: 'Your name is misspelt, and they refuse to correct it or delay it',
    },
    lateIssue: {
      title: 'They do not hand over the result',
      example: 'It has been decided, and you do not get the paper, or not where it was promised',
    },
    unlawfulSuspension: {
      title: 'They suspended it without a reason for it',
      example: 'You were told that it is on hold, and the rules name no such reason',
    },
    newDocuments: {
      title: 'The second time they found something new',
      example: 'You mended all that the first refusal named, and now they ask for something else',
    },
  },
  answerWithin: (ground) => `You will be answered within ${period(complaintPeriod(ground))} of registration.`,
  agency: 'Whom the complaint is about',
  agencyHint: 'The authority that provided the service, or the МФЦ',
  choose: 'Choose',
  application: 'Application number',
  applicationHint: (example) => `If there is one. For example, ${example}`,
  text: 'Tell us what happened',
  textHint: 'When, where, what you were told, and what you want',
  contacts: 'Where to answer',
  contactsHint: 'A name, and an e-mail address or a telephone.',
  name: 'Your name',
  nameHint: 'Family name, first name, and patronymic if you have one',
  email: 'E-mail',
  phone: 'Telephone',
  optional: 'optional',
  consentTitle: 'Consent',
  consent: 'I agree that my personal data are processed so that my complaint can be answered',
  consentDetails: 'Who processes the data, and how (in a new window)',
  send: 'Send the complaint',
  sending: 'Sending…',
  draft: draftEn,
  summary: 'Check your answers',
  notices: {
    restored: 'We have kept what you wrote earlier. You can go on.',
    unfinished:
      'Last time the portal’s answer did not arrive. Check the complaint and send it again: it will not become a second one.',
    refused: 'The portal did not accept the complaint: correct what is marked and send it again.',
    unclear: (phone) =>
      `The portal did not answer. The complaint may have arrived: send it again, it will not become a second one. You can also call ${phone}.`,
    offline: (phone, isSaved) =>
      `The portal does not answer and the complaint has not been sent.${answersKept(isSaved)} Try again a little later: there will be no second complaint. You can also complain by telephone: ${phone}.`,
    tooMany: (phone) => `Too many tries in a row. Wait a minute and send it again, or call ${phone}.`,
    fault: (phone, isSaved) =>
      `Something is wrong with the portal and the complaint has not been accepted.${answersKept(isSaved)} Try again in a few minutes or call ${phone}.`,
  },
  registeredOn: registeredOnEn,
  sent: 'Complaint accepted',
  earlier:
    'The portal had accepted the complaint at the first try. What you changed afterwards is not in it.',
  number: 'Complaint number',
  code: 'Code',
  answerBy: (day) => `You will be answered no later than ${longDate.format(new Date(`${day}T00:00:00Z`))}`,
  period: (value) => `That is ${period(value)}; the day of registration is not counted.`,
  keep: 'Write down the number and the code or print this page: with them you can see where the complaint stands.',
  whatThen: 'What next',
  then: [
    'The authority considers the complaint and writes to you what it decided and why.',
    'If you are right, the mistake is mended: documents accepted, the result issued, money returned.',
    'If you disagree, or no answer comes, turn to the controlling authority, the prosecutor or a court.',
  ],
  saving: savingEn,
  print: 'Print',
  another: 'Write another one',
  mistake: (field, code) => MISTAKES[field]?.[code] ?? 'Check the answer.',
};

const MISTAKES: Partial<Record<string, Partial<Record<string, string>>>> = {
  ground: { required: 'Choose what happened.' },
  agency: {
    required: 'Choose whom the complaint is about.',
    unknown: 'This authority is no longer on the list. Choose another one.',
  },
  application: { number: 'The number has 12 digits.' },
  text: {
    required: 'Tell what happened: two or three sentences are enough.',
    tooLong: 'Too long. Shorten it to 4000 characters.',
  },
  name: { required: 'Write your name.', tooLong: 'Too long. Shorten it to 200 characters.' },
  email: {
    contact: 'Leave an e-mail address or a telephone: otherwise the answer cannot reach you.',
    ...CONTACT_MISTAKES_EN,
    tooLong: 'The e-mail address is too long. Check it.',
  },
  phone: CONTACT_MISTAKES_EN,
  consent: {
    required: 'Tick the consent: without it the authority may not consider the complaint.',
    unknown:
      'The portal does not know this text of the consent: there is a new one. Reload the page and tick it. All that you have written is kept.',
  },
};
