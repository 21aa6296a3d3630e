/** Note in the history when an official has written the reason of a refusal herself. */
export const REFUSED_NOTE =
  'Почему отказали и что исправить, написано в письме по этому делу. Исправьте заявление и отправьте его ещё раз.';
/** Note in the history when the applicant has answered a question. */
export const ANSWERED_NOTE = 'Вы ответили. Срок идёт дальше.';
/** Letter, and note in the history, when the applicant has not answered a question in time. */
export const UNANSWERED_WORDS = {
  text: 'Мы спросили вас и не дождались ответа, поэтому отказали. Исправьте заявление и отправьте его ещё раз.',
  note: 'Мы не дождались ответа на вопрос. Исправьте заявление и отправьте его ещё раз.',
};
