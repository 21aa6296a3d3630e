import type { Shape } from '../openapi/operation.ts';
import { InvoiceListSchema, InvoiceSchema, PayeeSchema, UinSchema } from './schemas.ts';

const PAYEE_EXAMPLE = {
  name: 'Учебное казначейство',
  inn: '2200000001',
  kpp: '220001001',
  account: '03221643300000001700',
  bank: 'Учебный банк',
  bik: '010199999',
  bankAccount: '40102810345370000000',
  kbk: '00011301992020000130',
  oktmo: '01701000',
};
const INVOICE_EXAMPLE = {
  uin: '2200000000000000421713052',
  application: '{regionCode}-2026-000001',
  purpose: 'Государственная пошлина',
  amount: 35_000,
  payee: PAYEE_EXAMPLE,
  issuedAt: '2026-11-21T05:00:00.000Z',
  dueOn: '2026-12-04',
  state: 'paid',
  paidAt: '2026-11-22T05:00:00.000Z',
};

/** Shapes of invoices, with their texts and examples. */
export const INVOICE_SHAPES: Record<string, Shape> = {
  Uin: {
    schema: UinSchema,
    about: 'УИН: 20 или 25 цифр, последняя — контрольная. По нему платёж узнают в любом банке.',
    example: INVOICE_EXAMPLE.uin,
  },
  Payee: {
    schema: PayeeSchema,
    about: 'Получатель платежа, как его спрашивает банк.',
    fields: {
      name: 'Название.',
      inn: 'ИНН.',
      kpp: 'КПП.',
      account: 'Казначейский счёт, 20 цифр.',
      bank: 'Банк.',
      bik: 'БИК банка.',
      bankAccount: 'Единый казначейский счёт, 20 цифр.',
      kbk: 'КБК: код дохода бюджета, 20 цифр.',
      oktmo: 'ОКТМО: код муниципального образования.',
    },
    example: PAYEE_EXAMPLE,
  },
  Invoice: {
    schema: InvoiceSchema,
    about: 'Счёт по делу.',
    fields: {
      uin: 'УИН, он же номер счёта.',
      application: 'Номер заявления.',
      purpose: 'За что платят.',
      amount: 'Сумма в копейках.',
      payee: 'Кому платят.',
      issuedAt: 'Когда выставлен.',
      dueOn: 'До какого дня нужно заплатить, включительно.',
      state:
        '`issued` — ждёт оплаты, `overdue` — срок прошёл, но заплатить ещё можно, `paid` — оплачен, `cancelled` — отменён, ' +
        'платить не нужно. Незнакомое покажите словами из stateTitle.',
      stateTitle: 'Как называется состояние, которого нет в этом списке.',
      paidAt: 'Когда оплачен.',
      qr: 'Что записано в QR-коде (ГОСТ Р 56042-2014). Есть, пока счёт можно оплатить.',
      payUrl:
        'Страница, где платят. Есть, пока счёт можно оплатить. Добавьте `?returnTo=` и адрес своей страницы: с неё человек ' +
        'сможет вернуться, если ваш сайт в списке портала.',
    },
    example: INVOICE_EXAMPLE,
  },
  InvoiceList: {
    schema: InvoiceListSchema,
    about: 'Счета по делу.',
    fields: { items: 'Счета, сначала новые.' },
    example: { items: [INVOICE_EXAMPLE] },
  },
};
