/** The sections of a card, by their anchors; and the tab that each stands in. */
export const CARD_TABS = {
  description: {
    title: 'Описание услуги',
    sections: {
      steps: 'Как получить',
      prepare: 'Что понадобится',
      periods: 'Сколько ждать',
      costs: 'Сколько стоит',
      recipients: 'Кто может получить',
      grounds: 'При каких условиях',
      refusals: 'Когда могут отказать',
      result: 'Что получите',
      apply: 'Как подать',
      receive: 'Как получить результат',
    },
  },
  documents: {
    title: 'Документы',
    sections: {
      required: 'Подготовьте документы',
      issued: 'Что выдадут',
      'not-required': 'Чего не могут требовать',
      copies: 'Как приложить копию',
    },
  },
  contacts: {
    title: 'Контакты',
    sections: { agency: 'Кто отвечает', helpers: 'Кто ещё поможет', near: 'Где подать' },
  },
  more: {
    title: 'Дополнительная информация',
    sections: {
      questions: 'Вопросы и ответы',
      advice: 'Советы специалиста',
      rights: 'Ваши права',
      duties: 'Что обязан сделать орган',
      appeal: 'Если с решением не согласны',
      control: 'Кто контролирует',
      acts: 'Законы',
    },
  },
} as const;
