import { digitsFormat, grouped } from './digits.ts';
import type { TextFormat } from './text-format.ts';

/** Number of a policy of compulsory medical insurance (ОМС): sixteen digits, also on paper since 2011. */
export const omsPolicy: TextFormat = {
  ...digitsFormat({ code: 'omsPolicy', length: 16, named: /^(?:(?:полис|омс|енп)\s*)+/i }),
  readable: (value) => grouped(value, [4, 4, 4, 4]),
  ru: {
    required: 'Введите номер полиса ОМС, например 2212 3456 7890 1234.',
    omsPolicy: 'В номере полиса ОМС 16 цифр, например 2212 3456 7890 1234.',
  },
  en: {
    required: 'Enter the number of the policy (ОМС), for example 2212 3456 7890 1234.',
    omsPolicy: 'The number of a policy (ОМС) has 16 digits, for example 2212 3456 7890 1234.',
  },
};
