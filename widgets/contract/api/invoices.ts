import { operations, type Shape } from './operation.ts';

export const INVOICES = operations({});

export const INVOICE_SHAPES: Record<string, Shape> = {};
