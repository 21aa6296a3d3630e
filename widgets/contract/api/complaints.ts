import { ComplaintCreatedSchema, ComplaintInputSchema } from '../complaint.ts';
import { operations, type Shape } from './operation.ts';

export const COMPLAINTS = operations({
  createComplaint: {
    method: 'post',
    path: '/complaints',
    tag: 'complaints',
    title: 'Подать жалобу',
    access: 'anybody',
    body: ComplaintInputSchema,
    once: true,
    answers: { 201: { about: 'Жалоба зарегистрирована.', schema: ComplaintCreatedSchema } },
  },
});

export const COMPLAINT_SHAPES: Record<string, Shape> = {
  ComplaintInput: { schema: ComplaintInputSchema, about: 'Жалоба.' },
  ComplaintCreated: { schema: ComplaintCreatedSchema, about: 'Жалоба зарегистрирована.' },
};
