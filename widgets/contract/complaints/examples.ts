// Examples of all shapes of complaints for the OpenAPI document. They tell one story: a complaint about an overdue answer, the
// agency's answer, and the escalation.

/** Example of `ComplaintInput`. */
export const COMPLAINT_INPUT_EXAMPLE = {
  ground: 'overdue',
  agency: 'komitet-po-obrazovaniyu',
  application: '{regionCode}-2026-000001',
  text: 'Ответ обещали к 4 декабря. Его нет.',
  name: 'Анна Примерова',
  email: 'anna@example.ru',
  consent: { version: '2026-11-21' },
};

/** Example of `ComplaintCreated`. */
export const COMPLAINT_CREATED_EXAMPLE = {
  number: '{regionCode}-2026-000002',
  code: 'ACEK37MPTY',
  registeredAt: '2026-12-07T05:00:00.000Z',
  dueOn: '2026-12-28',
  period: { value: 15, unit: 'workingDay' },
};

/** Example of `ComplaintSummary`. */
export const COMPLAINT_SUMMARY_EXAMPLE = {
  number: COMPLAINT_CREATED_EXAMPLE.number,
  ground: COMPLAINT_INPUT_EXAMPLE.ground,
  agency: { slug: COMPLAINT_INPUT_EXAMPLE.agency, title: 'Комитет по образованию города {centreGenitive}' },
  state: 'answered',
  registeredAt: COMPLAINT_CREATED_EXAMPLE.registeredAt,
  dueOn: COMPLAINT_CREATED_EXAMPLE.dueOn,
  overdue: false,
};

/** The agency's answer. */
const ANSWER = {
  by: 'agency',
  satisfied: false,
  at: '2026-12-14T04:00:00.000Z',
  text: 'Срок продлили, потому что ждём справку из другого ведомства.',
};

/** Example of `ComplaintStatus`. */
export const COMPLAINT_STATUS_EXAMPLE = {
  ...COMPLAINT_SUMMARY_EXAMPLE,
  history: [
    { state: 'registered', at: COMPLAINT_CREATED_EXAMPLE.registeredAt },
    { state: 'underReview', at: '2026-12-08T03:00:00.000Z' },
    { state: 'answered', at: ANSWER.at },
  ],
  answers: [ANSWER],
  canEscalate: true,
};

/** Example of `Complaint`. */
export const COMPLAINT_EXAMPLE = {
  ...COMPLAINT_STATUS_EXAMPLE,
  application: COMPLAINT_INPUT_EXAMPLE.application,
  text: COMPLAINT_INPUT_EXAMPLE.text,
  name: COMPLAINT_INPUT_EXAMPLE.name,
  email: COMPLAINT_INPUT_EXAMPLE.email,
};

/** Example of `Escalation`. */
export const ESCALATION_EXAMPLE = {
  number: COMPLAINT_CREATED_EXAMPLE.number,
  reason: 'disagree',
  escalatedAt: '2026-12-15T02:30:00.000Z',
  dueOn: '2027-01-13',
  contents: ['complaint', 'history', 'answer', 'application'],
};
