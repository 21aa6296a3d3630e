import type { AnswerKind } from '../catalogue/search.ts';
import type { CardAnswer, CardAnswers, IndexStart } from './index-format.ts';
import type { RecordKind } from './record-kinds.ts';

/** One line of a result that answers at once: «Сегодня: 8:00 – 20:00». */
export interface AnswerLine {
  label: string;
  text: string;
  /** Said behind it: «справочная МФЦ», «уточните в органе». */
  notes: string[];
  /** Whether the text is a telephone number, to be dialled. */
  isPhone: boolean;
}

const LABELS: Record<AnswerKind, string> = {
  phone: 'Телефон',
  hours: 'Сегодня',
  fee: 'Стоимость',
  period: 'Срок',
  where: 'Где подать',
};

/** The lines that a result shows: the fact that is asked for; of an agency or a place also telephone and hours. */
export function answerLines(
  { kind, answers }: { kind: RecordKind; answers: CardAnswers },
  asked: AnswerKind | undefined,
  today: OpeningDay,
): AnswerLine[] {
  const hasContacts = kind === 'agency' || kind === 'place';
  const kinds = new Set<AnswerKind>([
    ...(asked ? [asked] : []),
    ...(hasContacts ? (['phone', 'hours'] as const) : []),
  ]);
  return [...kinds].flatMap((fact) => {
    const answer = answers[fact];
    if (!answer) return [];
    const line = lineOf(fact, answer, today);
    return [fact === 'where' && hasContacts ? { ...line, label: 'Адрес' } : line];
  });
}

function lineOf(fact: AnswerKind, { text, note, isChecked }: CardAnswer, today: OpeningDay): AnswerLine {
  const hours =
    fact === 'hours' ? text.split('|').findLast((own, day) => own && day <= today.weekday) : undefined;
  return {
    label: LABELS[fact],
    text: hours ?? text,
    notes: [
      note ?? '',
      hours !== undefined && today.isHoliday ? 'день праздничный, часы могут быть другими' : '',
      isChecked ? '' : 'уточните в органе',
    ].filter(Boolean),
    isPhone: fact === 'phone',
  };
}

/** A day in the region. */
export interface OpeningDay {
  /** 0 is Monday. */
  weekday: number;
  isHoliday: boolean;
}

/**
 * The day in a time zone.
 *
 * @example openingDay({ timeZone: 'Asia/Tokyo', holidays: [] }, new Date('2026-11-29T20:00Z')) // { weekday: 0, isHoliday: false }
 */
export function openingDay(
  { timeZone, holidays }: Pick<IndexStart, 'timeZone' | 'holidays'>,
  now: Date,
): OpeningDay {
  const day = new Intl.DateTimeFormat('sv', { timeZone }).format(now);
  return {
    weekday: (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7,
    isHoliday: holidays.includes(day),
  };
}
