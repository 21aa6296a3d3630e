import { describeStates } from '../../tests/widgets/describe-widget.ts';
import { ru } from './messages.ts';
import { states } from './states-for-tests.ts';

const FILE_FIELD = 'forms/file-field shows it';
const SENT = 'the widget around shows at once where the case stands';
const RARE = 'the sandbox has no case for it';

describeStates('the sections of a case', {
  states,
  words: [ru],
  unseen: {
    ...Object.fromEntries(
      Object.entries<unknown>({ ...ru.file })
        .filter(([name]) => !['add', 'hint', 'earlier', 'later'].includes(name))
        .flatMap(([name, words]) =>
          words && typeof words === 'object' ? Object.keys(words).map((one) => `${name}.${one}`) : name,
        )
        .map((name) => [`file.${name}`, FILE_FIELD]),
    ),
    ...Object.fromEntries(Object.keys(ru.forms).map((kind) => [`forms.${kind}.sent`, SENT])),
    'form.notices.refused': 'what the portal refuses, the form refuses before',
    'roles.otherAgency': RARE,
    'states.asked': RARE,
    'states.refused': RARE,
    'states.withdrawn': RARE,
    'actions.requestAnswered': RARE,
    'actions.corrected': 'a journey mends an application',
    'actions.prolonged': 'tests/deadlines: an official prolongs a period',
    attached: 'a test of the tracker answers with a file',
    earlierLetters: RARE,
    'invoiceStates.overdue': RARE,
    'invoiceStates.paid': 'a journey pays an invoice',
    noQr: 'the portal draws it',
    copied: 'it is copied, with the details',
    notCopied: 'a page may use the clipboard after a click',
    'details.amount': 'it is copied, with the details',
    officePhone: 'no agency of the forms has a telephone that was checked',
    calendarFile: 'the name of a file',
    noSlots: RARE,
    downloading: 'the file comes at once',
    checking: 'the portal answers at once',
    downloaded: 'a test of the tracker saves a file',
    noContacts: RARE,
    noChannels: RARE,
    channelGone: RARE,
    codeOver: RARE,
  },
});
