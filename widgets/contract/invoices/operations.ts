import { defineOperations } from '../openapi/operation.ts';
import { caseHeaders } from '../openapi/case-headers.ts';
import { CaseNumberSchema } from '../values/schemas.ts';
import { InvoiceListSchema, UinSchema } from './schemas.ts';

/** Operations on the invoices of a case. */
export const INVOICE_OPERATIONS = defineOperations({
  listInvoices: {
    method: 'get',
    path: '/applications/{number}/invoices',
    tag: 'invoices',
    title: 'Узнать, что нужно оплатить по делу',
    about:
      'Сначала новые. О новом счёте и об оплате сообщают события. Оплата — это ссылка `payUrl`: виджет деньги не берёт и ' +
      'карту не спрашивает.',
    access: 'applicant',
    params: { number: CaseNumberSchema },
    headers: caseHeaders,
    responses: { 200: { about: 'Счета по делу.', schema: InvoiceListSchema } },
  },
  getInvoiceQr: {
    method: 'get',
    path: '/applications/{number}/invoices/{uin}/qr',
    tag: 'invoices',
    title: 'Получить QR-код для оплаты',
    about: 'Картинка по ГОСТ Р 56042-2014: её читает приложение любого банка. Личных данных в ней нет.',
    access: 'applicant',
    params: { number: CaseNumberSchema, uin: UinSchema },
    headers: caseHeaders,
    responses: { 200: { about: 'QR-код.', mediaType: 'image/svg+xml' } },
    problems: ['wrong-state'],
  },
});
