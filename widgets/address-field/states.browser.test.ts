import { describeStates } from '../../tests/widgets/describe-widget.ts';
import { extraMessages } from './extra-messages.ts';
import { ru } from './messages.ts';
import { states } from './states-for-tests.ts';

describeStates('<okno-address-field>', {
  states,
  words: [ru, extraMessages],
  unseen: { 'missing.district': 'the demonstration data suggest no districts' },
});
