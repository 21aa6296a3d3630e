import { describeStates } from '../../tests/widgets/describe-widget.ts';
import { ru as firstRu } from './first-messages.ts';
import { ru } from './messages.ts';
import { states } from './states-for-tests.ts';

const NOTED = 'the sandbox says it in words of its own';
const NEVER_NEXT = 'it is never expected';

describeStates('<okno-status-tracker>', {
  states,
  words: [ru, firstRu],
  unseen: {
    changed: 'live.browser.test.ts hears it',
    'deeds.answered': 'case.browser.test.ts sends an answer',
    'deeds.withdrawn': 'it is announced',
    'deeds.escalated': 'it is announced',
    sentAt: 'it is on paper',
    asOf: 'it is on paper',
    questions: 'no agency of the forms has a telephone that was checked',
    'states.registered.doneHint': NOTED,
    'states.checked.doneHint': NOTED,
    'states.asked.doneHint': NOTED,
    'states.ready.doneHint': NOTED,
    'states.refused.doneHint': NOTED,
    'states.registered.next': NEVER_NEXT,
    'states.registered.nextHint': NEVER_NEXT,
    'states.asked.next': NEVER_NEXT,
    'states.asked.nextHint': NEVER_NEXT,
    'states.refused.nextHint': NEVER_NEXT,
    'states.withdrawn.next': NEVER_NEXT,
    'states.withdrawn.nextHint': NEVER_NEXT,
  },
});
