import { describeStates } from '../../tests/widgets/describe-widget.ts';
import { ru } from './messages.ts';
import { states } from './states-for-tests.ts';

describeStates('<okno-sign-in>', { states, words: [ru] });
