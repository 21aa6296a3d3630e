import { codeOf } from '../index/code.ts';

/** Fetches what reads rare lines, and what searches for a line that nothing matches as it was typed. */
export const fetchRareWays = () => codeOf(import('./rare-ways.ts'));
