import { operations, type Shape } from './operation.ts';

export const APPOINTMENTS = operations({});

export const APPOINTMENT_SHAPES: Record<string, Shape> = {};
