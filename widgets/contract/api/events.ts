import { operations, type Shape } from './operation.ts';

export const EVENTS = operations({});

export const EVENT_SHAPES: Record<string, Shape> = {};
