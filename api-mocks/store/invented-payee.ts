import type { Payee } from '../../widgets/contract/invoices/schemas.ts';

/**
 * The payee of all payments. It is invented: no bank has this БИК, and the names say so. The check digits are right, so that
 * forms of banks accept it.
 */
export const INVENTED_PAYEE: Payee = {
  name: 'Учебное казначейство, настоящих денег не платите',
  inn: '2200000001',
  kpp: '220001001',
  account: '03221643300000001700',
  bank: 'УЧЕБНЫЙ БАНК',
  bik: '010199999',
  bankAccount: '40102810345370000000',
  kbk: '00011301992020000130',
  oktmo: '01701000',
};
