import { describeStates } from '../../tests/widgets/describe-widget.ts';
import { ru } from './messages.ts';
import { states } from './states-for-tests.ts';

describeStates('<okno-complaint-form>', { states, words: [ru] });
