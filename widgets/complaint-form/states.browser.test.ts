import { describeStates } from '../../tests/widgets/describe-widget.ts';
import { ru as firstRu } from './first-messages.ts';
import { ru } from './messages.ts';
import { states } from './states-for-tests.ts';

const NOT_SIGNED = 'the portal signs receipts of applications';

describeStates('<okno-complaint-form>', {
  states,
  words: [ru, firstRu],
  unseen: {
    ...Object.fromEntries(
      ['agency', 'applicant', 'toldBy', 'then.0', 'then.1', 'signed', 'qr', 'qrHint'].map((word) => [
        `saving.${word}`,
        NOT_SIGNED,
      ]),
    ),
    'saving.lastDay': 'stands in a calendar',
    'saving.lastDayText': 'stands in a calendar',
    'saving.saveFailed': 'said where a file does not come',
  },
});
