/** The ways to read a line that few citizens need, in one chunk. */
export { findDeeperMatches } from './deeper-passes.ts';
export { parseQuery, writtenBySound } from './parse-query.ts';
