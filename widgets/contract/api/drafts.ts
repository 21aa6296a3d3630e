import { operations, type Shape } from './operation.ts';

export const DRAFTS = operations({});

export const DRAFT_SHAPES: Record<string, Shape> = {};
