import { withoutName } from './digits.ts';
import { readableSeries, readSeriesAndNumber } from './driver-licence.ts';
import type { TextFormat } from './text-format.ts';

/** Certificate of registration of a vehicle (СТС): series and number. */
export const sts: TextFormat = {
  read: (text) =>
    readSeriesAndNumber(withoutName(text, /^(?:стс|свидетельство(?:\s+о\s+регистрации)?(?:\s+тс)?)/i), 'sts'),
  readable: readableSeries,
  ru: {
    required: 'Введите серию и номер СТС, например 99 12 123456.',
    sts: 'В СТС 4 знака серии и 6 цифр номера, например 99 12 123456.',
  },
  en: {
    required: 'Enter series and number of the СТС, for example 99 12 123456.',
    sts: 'A СТС has 4 characters of the series and 6 digits of the number, for example 99 12 123456.',
  },
};
