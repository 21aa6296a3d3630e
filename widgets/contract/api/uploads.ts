import { operations, type Shape } from './operation.ts';

export const UPLOADS = operations({});

export const UPLOAD_SHAPES: Record<string, Shape> = {};
