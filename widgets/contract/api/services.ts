import { operations, type Shape } from './operation.ts';

export const SERVICES = operations({});

export const SERVICE_SHAPES: Record<string, Shape> = {};
