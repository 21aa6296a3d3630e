import type { Draft } from './draft.ts';

/**
 * What is to be kept of a draft, where another tab may have kept the same one meanwhile: an answer of the portal before all
 * else; what either tab has sent, without what the portal has `refused`. One that was never kept is the one under way.
 *
 * @example
 * mergeDrafts({ ...draft, sent: ['b'] }, { ...draft, sent: ['a'] }).sent // ['a', 'b']
 */
export function mergeDrafts<D extends Draft>(draft: D, kept: D | undefined, refused?: D['sent'][number]): D {
  const isNew = draft.savedAt === 0 && !kept?.receipt;
  if (!kept || !(isNew || draft.key === kept.key)) return draft;
  if (kept.receipt) return kept;
  if (draft.receipt) return draft;
  const ours = [refused, ...draft.sent].map((one) => JSON.stringify(one));
  const others = kept.sent.filter((one) => !ours.includes(JSON.stringify(one)));
  return { ...draft, key: kept.key, sent: [...others, ...draft.sent] };
}
