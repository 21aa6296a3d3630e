import { operations, type Shape } from './operation.ts';

export const MESSAGES = operations({});

export const MESSAGE_SHAPES: Record<string, Shape> = {};
