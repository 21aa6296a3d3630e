// Longer than other modules: a list of people, and little code.
import type { Profile } from '../../widgets/contract/profile/schemas.ts';
import type { Citizen } from '../http/identity.ts';
import { HttpProblem } from '../http/problem.ts';

/**
 * A demonstration citizen. Everything about her is invented, and the names say so. Her addresses leave out the region:
 * `profileInRegion` adds it.
 */
export interface DemoCitizen extends Citizen {
  /** What is special about her, in Russian: «В профиле нет адреса и почты». */
  about: string;
}

/**
 * Address fields of a house in the region's capital. `profileInRegion` replaces the first two digits of the code by those of
 * the region.
 */
const CAPITAL = { kladr: '0000000100000', manual: false };
const ISSUED_BY = 'Отделом УФМС по Примерному краю';

/** All people who can sign in to the sandbox. */
export const DEMO_CITIZENS: readonly DemoCitizen[] = [
  {
    id: 'anna',
    about: 'Портал знает о ней всё.',
    account: 'confirmed',
    profile: {
      lastName: 'Примерова',
      firstName: 'Анна',
      middleName: 'Сергеевна',
      birthDate: '1991-04-12',
      snils: '11223344595',
      phone: '+79000000001',
      email: 'anna.primerova@example.com',
      address: {
        line: 'пр-кт Учебный, д 12, кв 5',
        house: '12',
        flat: '5',
        ...CAPITAL,
      },
      registeredAddress: {
        line: 'Усть-Примерный район, с Образцовое, ул Мирная, д 7',
        manual: true,
      },
      documents: [
        { kind: 'passport', series: '0100', number: '000001', issuedOn: '2011-05-03', issuedBy: ISSUED_BY },
      ],
    },
  },
  {
    id: 'ivan',
    about: 'В профиле нет адреса и почты.',
    account: 'confirmed',
    profile: {
      lastName: 'Образцов',
      firstName: 'Иван',
      middleName: 'Петрович',
      birthDate: '1958-10-02',
      snils: '22233344416',
      phone: '+79000000002',
      documents: [
        { kind: 'passport', series: '0100', number: '000002', issuedOn: '2003-11-20', issuedBy: ISSUED_BY },
      ],
    },
  },
  {
    id: 'olga',
    about: 'Живёт в селе. Адрес записан без КЛАДР.',
    account: 'confirmed',
    profile: {
      lastName: 'Пробная-Демонстрационная',
      firstName: 'Ольга',
      middleName: 'Николаевна',
      birthDate: '1984-02-29',
      snils: '33344455561',
      phone: '+79000000003',
      email: 'olga.probnaya@example.com',
      address: { line: 'Усть-Примерный район, с Образцовое, ул Пробная, д 3', manual: true },
      documents: [
        { kind: 'passport', series: '0100', number: '000003', issuedOn: '2004-03-12', issuedBy: ISSUED_BY },
      ],
    },
  },
  {
    id: 'timur',
    about: 'Приезжий: отчества и СНИЛС нет.',
    account: 'confirmed',
    profile: {
      lastName: 'Вымышленный',
      firstName: 'Тимур',
      birthDate: '1999-12-31',
      phone: '+79000000004',
      documents: [{ kind: 'foreignPassport', number: 'AA0000004', issuedOn: '2020-06-15' }],
    },
  },
  {
    id: 'marina',
    about: 'Пришла за организацию: ООО «Пример», директор.',
    account: 'confirmed',
    profile: {
      lastName: 'Выдумкина',
      firstName: 'Марина',
      middleName: 'Олеговна',
      birthDate: '1976-08-19',
      snils: '44455566605',
      phone: '+79000000005',
      email: 'director@example.com',
      organization: {
        name: 'ООО «Пример»',
        inn: '2200000001',
        ogrn: '1022200000008',
        position: 'Директор',
      },
    },
  },
  {
    id: 'nina',
    about: 'Учётная запись стандартная: данные проверены, личность ещё нет.',
    account: 'standard',
    profile: {
      lastName: 'Черновикова',
      firstName: 'Нина',
      middleName: 'Львовна',
      birthDate: '2003-01-25',
      snils: '55566677750',
      phone: '+79000000006',
    },
  },
  {
    id: 'pavel',
    about: 'Учётная запись упрощённая: только имя и телефон.',
    account: 'simplified',
    profile: { lastName: 'Безымянный', firstName: 'Павел', phone: '+79000000007' },
  },
];

/** Finds a demonstration citizen by id. Throws an `Error` if there is none. */
export function requireDemoCitizen(id: string): DemoCitizen {
  const citizen = DEMO_CITIZENS.find((other) => other.id === id);
  if (!citizen) throw new Error(`There is no citizen ${id}`);
  return citizen;
}

/** Throws 403 `not-confirmed` if the citizen's account at ЕСИА is not confirmed: she has not shown her passport in person. */
export function requireConfirmed({ account }: Citizen): void {
  if (account !== 'confirmed') throw new HttpProblem('not-confirmed');
}

/**
 * Last, first and middle name; some people have no middle name.
 *
 * @example fullNameOf({ lastName: 'Вымышленный', firstName: 'Тимур' }) // 'Вымышленный Тимур'
 */
export const fullNameOf = ({ lastName, firstName, middleName }: Profile): string =>
  [lastName, firstName, middleName].filter(Boolean).join(' ');
