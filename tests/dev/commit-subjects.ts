import { spawnSync } from 'node:child_process';

/** Characters. */
const LONGEST = 72;
/** `fix(rating-form): keep the answer when sending fails` */
const FORM = /^(?:build|chore|ci|docs|feat|fix|perf|refactor|revert|style|test)(?:\([a-z0-9,/ -]+\))?: \S/;

/** The last commit before the rule: older subjects are longer. */
const BEFORE_THE_RULE = 'faa49c549e7353e5ffbd40fbbf51fa74263da42f';

/**
 * Says what is wrong with the subject of a commit; `undefined` when it is good. Subjects that git writes (`Merge …`, `fixup! …`)
 * may have their own form.
 *
 * @example subjectProblemOf('wip') // 'not like «fix(rating-form): keep the answer when sending fails»: wip'
 */
export function subjectProblemOf(subject: string): string | undefined {
  const { length } = subject;
  if (length > LONGEST) return `${length} characters, at most ${LONGEST}: ${subject}`;
  if (FORM.test(subject) || /^(?:Merge|Revert|fixup!|squash!|amend!) /.test(subject)) return undefined;
  return `not like «fix(rating-form): keep the answer when sending fails»: ${subject}`;
}

/**
 * The subject in a file that git shows for editing: its first line that is not empty and no comment of git.
 *
 * @example subjectIn('# Please enter …\n\nfix(dev): x\n') // 'fix(dev): x'
 */
export const subjectIn = (message: string): string =>
  message.split('\n').find((line) => line.trim() !== '' && !line.startsWith('#')) ?? '';

/** Subjects of the commits since the rule, the newest first; nothing where git, or that part of the history, is missing. */
export function subjectsSinceTheRule(): string[] | undefined {
  const git = (...args: string[]) => spawnSync('git', args, { encoding: 'utf8' });
  if (git('merge-base', '--is-ancestor', BEFORE_THE_RULE, 'HEAD').status !== 0) return undefined;
  const { stdout } = git('log', '--no-merges', '--format=%s', `${BEFORE_THE_RULE}..HEAD`);
  return stdout.split('\n').filter(Boolean);
}
