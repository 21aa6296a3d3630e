import { describeStates } from '../../tests/widgets/describe-widget.ts';
import { ru as firstRu } from './first-messages.ts';
import { ru } from './messages.ts';
import { states } from './states-for-tests.ts';

describeStates('<okno-rating-summary>', { states, words: [ru, firstRu] });
