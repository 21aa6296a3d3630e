/**
 * `npm run commits [-- MESSAGE_FILE]`: judges the subjects of the commits since the rule, or of the message in a file, as git gives
 * it to the hook `commit-msg`. Ends with 1 when one is not as CONTRIBUTING.md asks.
 */
import { readFileSync } from 'node:fs';

import { subjectProblemOf, subjectIn, subjectsSinceTheRule } from './commit-subjects.ts';

const [file] = process.argv.slice(2);
const subjects = file === undefined ? subjectsSinceTheRule() : [subjectIn(readFileSync(file, 'utf8'))];
if (!subjects) console.log('Commit subjects: skipped, the history does not go back to the rule.');
const problems = (subjects ?? []).map(subjectProblemOf).filter((problem) => problem !== undefined);
for (const problem of problems) console.error(`Commit subject: ${problem}`);
process.exitCode = problems.length > 0 ? 1 : 0;
