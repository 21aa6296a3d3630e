import { describeStates } from '../../tests/widgets/describe-widget.ts';
import { states } from './states-for-tests.ts';

describeStates('the kinds of fields', { states });
