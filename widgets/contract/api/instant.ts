import { operations, type Shape } from './operation.ts';

export const INSTANT = operations({});

export const INSTANT_SHAPES: Record<string, Shape> = {};
