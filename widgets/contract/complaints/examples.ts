/** What a complaint looks like on its way, for the readers of the contract. */

export const INPUT = {
  ground: 'overdue',
  agency: 'komitet-po-obrazovaniyu',
  application: '{regionCode}-2026-000001',
  text: 'Ответ обещали к 4 декабря. Его нет.',
  name: 'Анна Примерова',
  email: 'anna@example.ru',
  consent: { version: '2026-11-21' },
};

export const CREATED = {
  number: '{regionCode}-2026-000002',
  code: '12345678',
  registeredAt: '2026-12-07T05:00:00.000Z',
  dueOn: '2026-12-28',
  period: { value: 15, unit: 'workingDay' },
};

export const SUMMARY = {
  number: CREATED.number,
  ground: INPUT.ground,
  agency: { slug: INPUT.agency, title: 'Комитет по образованию города {centreGenitive}' },
  state: 'answered',
  registeredAt: CREATED.registeredAt,
  dueOn: CREATED.dueOn,
  overdue: false,
};

const ANSWER = { by: 'agency', satisfied: false, at: '2026-12-14T04:00:00.000Z' };

export const STATUS = {
  ...SUMMARY,
  history: [
    { state: 'registered', at: CREATED.registeredAt },
    { state: 'underReview', at: '2026-12-08T03:00:00.000Z' },
    { state: 'answered', at: ANSWER.at },
  ],
  answers: [ANSWER],
  canEscalate: true,
};

export const COMPLAINT = {
  ...STATUS,
  application: INPUT.application,
  text: INPUT.text,
  name: INPUT.name,
  email: INPUT.email,
  answers: [{ ...ANSWER, text: 'Срок продлили, потому что ждём справку из другого ведомства.' }],
};

export const ESCALATION = {
  number: CREATED.number,
  reason: 'disagree',
  escalatedAt: '2026-12-15T02:30:00.000Z',
  dueOn: '2027-01-13',
  contents: ['complaint', 'history', 'answer', 'application'],
};
