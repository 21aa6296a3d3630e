import { describeStates } from '../../tests/widgets/describe-widget.ts';
import { ru as firstRu } from './first-messages.ts';
import { ru } from './messages.ts';
import { states } from './states-for-tests.ts';

describeStates('<okno-application-form>', {
  states,
  words: [ru, firstRu],
  unseen: {
    choose: 'shown by fields/choice-list',
    addressHint: 'the real form has a hint of its own',
    'saving.lastDay': 'stands in a calendar',
    'saving.lastDayText': 'stands in a calendar',
    'saving.saveFailed': 'said where a file does not come',
    consentUnknown: 'a test of the form sends another consent',
  },
});
