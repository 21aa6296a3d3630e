// The command `npm run addresses`: builds the address index, with the spoken names of the content.
import { runImportCommand } from '../../widgets/addresses/build/command.ts';
import { readSpokenNames } from './spoken-names.ts';

await runImportCommand(readSpokenNames());
