import { describeStates } from '../../tests/widgets/describe-widget.ts';
import { ru } from './file-messages.ts';
import { states } from './file-states-for-tests.ts';

describeStates('<okno-file-field>', {
  states,
  words: [ru],
  unseen: { onTheWay: 'the review of a form shows it' },
});
