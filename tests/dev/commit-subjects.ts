import { spawnSync } from 'node:child_process';

const LONGEST = 72;
const FORM = /^(?:build|chore|ci|docs|feat|fix|perf|refactor|revert|style|test)(?:\([a-z0-9,/ -]+\))?: \S/;

/** The last commit before the rule: older subjects are longer. */
const BEFORE_THE_RULE = 'faa49c549e7353e5ffbd40fbbf51fa74263da42f';

/** What is wrong with the subject of a commit; nothing when it is good. Git's own subjects may have their own form. */
export function faultOfSubject(subject: string): string | undefined {
  const { length } = subject;
  if (length > LONGEST) return `${length} characters, at most ${LONGEST}: ${subject}`;
  if (FORM.test(subject) || /^(?:Merge|Revert|fixup!|squash!|amend!) /.test(subject)) return undefined;
  return `not like «fix(rating-form): keep the answer when sending fails»: ${subject}`;
}

/** The subject in a file that git shows for editing: its first line that is no comment of git's. */
export const subjectIn = (message: string): string =>
  message.split('\n').find((line) => line.trim() !== '' && !line.startsWith('#')) ?? '';

/** Subjects of the commits since the rule, the newest first; nothing where git, or that part of the history, is missing. */
export function subjectsSinceTheRule(): string[] | undefined {
  const git = (...args: string[]) => spawnSync('git', args, { encoding: 'utf8' });
  if (git('merge-base', '--is-ancestor', BEFORE_THE_RULE, 'HEAD').status !== 0) return undefined;
  const { stdout } = git('log', '--no-merges', '--format=%s', `${BEFORE_THE_RULE}..HEAD`);
  return stdout.split('\n').filter(Boolean);
}
