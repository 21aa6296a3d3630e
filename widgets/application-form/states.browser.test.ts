import { describeStates } from '../../tests/widgets/describe-widget.ts';
import { ru as fileWords } from '../forms/file-messages.ts';
import { states as fileStates } from '../forms/file-states-for-tests.ts';
import { ru as firstRu } from './first-messages.ts';
import { ru } from './messages.ts';
import { states } from './states-for-tests.ts';

describeStates('<okno-application-form>', {
  states,
  words: [ru, firstRu],
  unseen: { choose: 'shown by fields/choice-list', addressHint: 'the real form has a hint of its own' },
});
describeStates('<okno-file-field>', { states: fileStates, words: [fileWords] });
