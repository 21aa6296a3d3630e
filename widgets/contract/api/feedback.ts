import { operations, type Shape } from './operation.ts';

export const FEEDBACK = operations({});

export const FEEDBACK_SHAPES: Record<string, Shape> = {};
