import type { Profile } from '../widgets/contract/session.ts';

/** A demonstration citizen: everything about him is invented, and says so. */
export interface Citizen {
  id: string;
  /** What he is good for, in Russian. */
  about: string;
  profile: Profile;
}

const BARNAUL = { kladr: '2200000100000', okato: '01401000000', manual: false };

export const CITIZENS: readonly Citizen[] = [
  {
    id: 'anna',
    about: 'Портал знает о ней всё.',
    profile: {
      lastName: 'Примерова',
      firstName: 'Анна',
      middleName: 'Сергеевна',
      birthDate: '1991-04-12',
      snils: '11223344595',
      phone: '+70000000001',
      email: 'anna.primerova@example.com',
      address: {
        line: 'Алтайский край, г Барнаул, пр-кт Ленина, д 12, кв 5',
        house: '12',
        flat: '5',
        ...BARNAUL,
      },
    },
  },
  {
    id: 'ivan',
    about: 'В профиле нет адреса и почты.',
    profile: {
      lastName: 'Образцов',
      firstName: 'Иван',
      middleName: 'Петрович',
      birthDate: '1958-10-02',
      snils: '22233344416',
      phone: '+70000000002',
    },
  },
  {
    id: 'olga',
    about: 'Живёт в селе. Адрес записан без КЛАДР.',
    profile: {
      lastName: 'Пробная-Демонстрационная',
      firstName: 'Ольга',
      middleName: 'Николаевна',
      birthDate: '1984-02-29',
      snils: '33344455561',
      phone: '+70000000003',
      email: 'olga.probnaya@example.com',
      address: { line: 'Алтайский край, Усть-Примерный район, с Образцовое, ул Пробная, д 3', manual: true },
    },
  },
  {
    id: 'timur',
    about: 'Приезжий: отчества и СНИЛС нет.',
    profile: { lastName: 'Вымышленный', firstName: 'Тимур', birthDate: '1999-12-31', phone: '+70000000004' },
  },
];

export const fullName = ({ lastName, firstName, middleName }: Profile): string =>
  [lastName, firstName, middleName].filter(Boolean).join(' ');
