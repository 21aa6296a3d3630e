// Longer than other modules: one table, a fault of an editor a row.

/** One fault of an editor, and the one message that it has to give. */
export interface EditorFault {
  did: string;
  file?: string;
  /** The text that it replaces, and what stands there instead. */
  from: string | RegExp;
  to: string;
  /** The message is about the place where this text begins; about the beginning of the file without it. */
  at?: string;
  message: RegExp;
  example: RegExp;
}

const inText = (to: string, rest: Pick<EditorFault, 'did' | 'at' | 'message' | 'example'>): EditorFault => ({
  from: /^1\. .*$/m,
  to: `1. Шаг. ${to}`,
  ...rest,
});
const inField = (to: string, rest: Omit<EditorFault, 'from' | 'to'>): EditorFault => ({
  from: /^коротко: .*$/m,
  to,
  ...rest,
});
const html = (tag: string): EditorFault =>
  inText(tag, { did: `${tag} in the text`, at: tag, message: /^HTML/, example: /теги/ });
const unsafe = (link: string): EditorFault =>
  inText(link, { did: link, at: link, message: /ссылка ведёт не на страницу/, example: /\]\(\// });
const broken = (link: string): EditorFault =>
  inText(link, { did: link, at: 'Шаг. ', message: /ссылка не дописана/, example: /\]\(\// });

/** Faults of editors in real files. */
export const EDITOR_FAULTS: EditorFault[] = [
  ...['<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '<b>важно</b>', '<!-- скрыто -->'].map(
    html,
  ),
  html('<iframe src="https://example.ru"></iframe>'),
  ...['[x](javascript:alert(1))', '[x](data:text/html,x)', '[x](//example.ru)', '[x](guide/account/)'].map(
    unsafe,
  ),
  ...['[Страницу(/guide/', '[Страницу] (/guide/)', '[Страницу](/guide/'].map(broken),
  inText('[x](/services/detskiy-sat/)', {
    did: 'a link to a card that is not there',
    at: '[x]',
    message: /такой страницы в каталоге нет/,
    example: /\/services\/detskiy-sad\//,
  }),
  inText('[x](/guide/account)', {
    did: 'a link without its last slash',
    at: '[x]',
    message: /такой страницы/,
    example: /\/guide\/account\//,
  }),
  inText('[x](/glossary/#esya)', {
    did: 'an anchor that is not there',
    at: '[x]',
    message: /нет такого места/,
    example: /#esia/,
  }),
  inText('![x](/img/net.png)', {
    did: 'no picture',
    at: '![',
    message: /такой картинки/,
    example: /site\/public/,
  }),
  inText('![x](https://example.ru/x.png)', {
    did: 'a foreign picture',
    at: '![',
    message: /с чужих сайтов/,
    example: /!\[/,
  }),
  inField('коротко: Запись <script>alert(1)</script>', {
    did: 'HTML in a field',
    at: 'коротко',
    message: /^HTML/,
    example: /^коротко: /,
  }),
  inField('коротко: Запись&nbsp;в сад', {
    did: 'an entity',
    at: 'коротко',
    message: /^HTML/,
    example: /^коротко: /,
  }),
  inField('коротко: "[сад](/services/detskiy-sad/)"', {
    did: 'a link in a field',
    at: 'коротко',
    message: /ссылки бывают только в тексте/,
    example: /^коротко: /,
  }),
  inField('коротко: Запись в сад # самый нужный', {
    did: 'a text behind #',
    at: '# самый',
    message: /всё после « #» пропадёт/,
    example: /^коротко: 'Запись в сад # самый нужный'$/,
  }),
  inField('коротко: #1 в крае', {
    did: 'a value that begins with #',
    at: '#1',
    message: /пропадёт/,
    example: /'#1 в крае'/,
  }),
  {
    did: 'a text behind # in a list',
    from: '  - Ребёнку нет 8 лет',
    to: '  - Ребёнку нет 8 лет # и 3 месяцев',
    at: '# и',
    message: /пропадёт/,
    example: /'Ребёнку нет 8 лет # и 3 месяцев'/,
  },
  {
    did: 'a text behind # in brackets',
    from: 'участвуют: [mfc]',
    to: 'участвуют: [mfc # главный]',
    at: '[mfc #',
    message: /пропадёт/,
    example: /^участвуют: \[mfc\]$/,
  },
  inField('коротко: &Запись в сад', {
    did: 'an anchor of YAML',
    at: '&Запись',
    message: /этого знака/,
    example: /'&Запись в сад'/,
  }),
  inField('коротко: !важно', {
    did: 'a tag of YAML',
    at: '!важно',
    message: /этого знака/,
    example: /'!важно'/,
  }),
  inField('коротко: @детский сад', {
    did: 'a sign that YAML keeps for itself',
    at: '@',
    message: /этого знака/,
    example: /'@детский сад'/,
  }),
  inField('коротко: Сад: запись', {
    did: 'a colon in a title',
    at: ': запись',
    message: /двоеточие с пробелом/,
    example: /^коротко: 'Сад: запись'$/,
  }),
  {
    did: 'a colon in an item of a list',
    from: '  - Ребёнку нет 8 лет',
    to: '  - Возраст: до 8 лет',
    at: 'Возраст',
    message: /двоеточие с пробелом/,
    example: /'Возраст: до 8 лет'/,
  },
  inField('коротко: "Запись в сад', {
    did: 'a quote that is not closed',
    at: '"Запись',
    message: /не закрыта/,
    example: /^коротко: 'Запись в сад'$/,
  }),
  inField("коротко: 'Запись в сад", {
    did: 'a single quote that is not closed',
    at: "'Запись",
    message: /не закрыта/,
    example: /'Запись в сад'/,
  }),
  inField('коротко: "Сад" рядом', {
    did: 'a text behind quotes',
    at: '"Сад"',
    message: /кончились раньше текста/,
    example: /'"Сад" рядом'/,
  }),
  inField('коротко Запись в сад', {
    did: 'no colon',
    at: 'коротко',
    message: /нет двоеточия/,
    example: /: /,
  }),
  inField('коротко:Запись в сад', {
    did: 'no space behind the colon',
    at: 'коротко',
    message: /нет пробела/,
    example: /^коротко: Запись/,
  }),
  {
    did: 'a tab in the indentation',
    from: '    значение: 10',
    to: '\t  значение: 10',
    at: '\t  значение',
    message: /табуляцией/,
    example: /пробела/,
  },
  {
    did: 'a block that is indented with tabs',
    from: /^ {2}доступно(.*)\n {2}пояснение(.*)$/m,
    to: '\tдоступно$1\n\tпояснение$2',
    at: '\tдоступно',
    message: /табуляцией/,
    example: /пробела/,
  },
  {
    did: 'a bracket that is not closed',
    from: 'участвуют: [mfc]',
    to: 'участвуют: [mfc',
    at: '[mfc\n',
    message: /не закрыта скобка/,
    example: /\]/,
  },
  {
    did: 'a field written twice',
    from: /^уровень: .*$/m,
    to: '$&\nуровень: федеральная',
    at: 'уровень: федеральная',
    message: /дважды/,
    example: /одно/,
  },
  {
    did: 'a misspelt field that has to be there',
    from: /^отвечает: /m,
    to: 'отвечаит: ',
    at: 'отвечаит',
    message: /такого поля нет/,
    example: /«отвечает»/,
  },
  {
    did: 'an asterisk before a text of several words',
    from: /^обжалование: .*$/m,
    to: 'обжалование: *сначала в орган',
    at: '*сначала',
    message: /звёздочки/,
    example: /'\*сначала'/,
  },
  {
    did: 'HTML in the name of a file',
    from: /^отвечает: .*$/m,
    to: 'отвечает: <b>mfc</b>',
    at: 'отвечает',
    message: /имя файла/,
    example: /^отвечает: /,
  },
  {
    did: 'an item of a list without the space behind its hyphen',
    from: '  - Ребёнку нет 8 лет',
    to: '  -Ребёнку нет 8 лет',
    at: 'основания',
    message: /после дефиса нет пробела/,
    example: /^основания:\n {2}- /,
  },
  {
    did: 'no first line of an item, whose fields are those of the item before then',
    from: /^ {2}- что: Направление.*\n/m,
    to: '',
    at: 'единица: календарные дни',
    message: /дважды/,
    example: /дефис/,
  },
  ...['2026-02-30', '2025-02-29', '2026-04-31'].map((date) => ({
    did: `the day ${date}`,
    from: /^обновлено: .*$/m,
    to: `обновлено: ${date}`,
    at: 'обновлено',
    message: /такого дня нет/,
    example: /2026-02-28/,
  })),
  {
    did: 'a day that has not come',
    from: /^обновлено: .*$/m,
    to: 'обновлено: 2096-02-20',
    at: 'обновлено',
    message: /ещё не наступил/,
    example: /\d{4}-/,
  },
  {
    did: 'a day of another form',
    from: /^обновлено: .*$/m,
    to: 'обновлено: 21.11.2026',
    at: 'обновлено',
    message: /год-месяц-день/,
    example: /2026-/,
  },
  {
    did: 'a day in the calendar',
    file: 'calendar/2027.yaml',
    from: '2027-02-23',
    to: '2027-02-29',
    at: '2027-02-29',
    message: /такого дня нет/,
    example: /2026-/,
  },
  {
    did: 'an act that is not signed yet',
    file: 'acts/210-fz.yaml',
    from: /^дата: .*$/m,
    to: 'дата: 2096-07-27',
    at: 'дата',
    message: /ещё не наступил/,
    example: /\d{4}-/,
  },
  ...['коротко', 'обжалование', 'обновлено', 'отвечает', 'основания'].map((field) => ({
    did: `no field «${field}»`,
    from: new RegExp(`^${field}:.*\\n(?: .*\\n)*`, 'm'),
    to: '',
    message: /поле пропущено/,
    example: new RegExp(`^${field}:`),
  })),
  {
    did: 'no field in a group of a list',
    from: '    единица: рабочие дни\n',
    to: '',
    at: 'что: Постановка',
    message: /поле пропущено/,
    example: /^единица: /,
  },
  {
    did: 'no field of the region',
    file: 'region.yaml',
    from: /^родительный: .*\n/m,
    to: '',
    message: /поле пропущено/,
    example: /^родительный: Примерской области$/,
  },
  {
    did: 'an agency that is not there',
    from: /^отвечает: .*$/m,
    to: 'отвечает: mincifri',
    at: 'отвечает',
    message: /нет файла/,
    example: /«mincifry»/,
  },
  {
    did: 'an address with HTML',
    file: 'agencies/mfc.md',
    from: /^сайт: .*$/m,
    to: `сайт: 'https://example.ru/"><script>'`,
    at: 'сайт',
    message: /https/,
    example: /https/,
  },
];
