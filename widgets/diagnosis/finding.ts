// Longer than most: a text for each thing that may be wrong.
/** What kind of thing is wrong; programs ask for it. */
export type FindingCode =
  | 'config-missing'
  | 'config-status'
  | 'config-html'
  | 'config-broken'
  | 'config-property'
  | 'config-address'
  | 'config-unreachable'
  | 'site-unknown'
  | 'portal-blocked'
  | 'tag-unclosed'
  | 'page-broken'
  | 'page-broken-late'
  | 'module-missing'
  | 'module-broken'
  | 'policy-refused'
  | 'tag-unknown'
  | 'service-missing'
  | 'service-unknown'
  | 'service-without-form'
  | 'form-unavailable'
  | 'slow'
  | 'second-loader'
  | 'classic-script'
  | 'opener-policy';

/** One thing that is wrong with a page, or with what stands beside `okno.js`. The texts are Russian, for the webmaster. */
export interface Finding {
  code: FindingCode;
  /** With an `error` a widget does not open. */
  severity: 'error' | 'warning';
  /** What is wrong. */
  message: string;
  /** What to change, with the line to paste. */
  fix: string;
}

/** What a text about a finding names. */
export interface FindingFacts {
  /** Address of `okno.json`. */
  url: URL;
  /** What is wrong: a status, a property, a tag, a slug, an address. */
  name?: string | undefined;
  /** What stands there instead, or should: a value, the nearest known name. */
  other?: string | undefined;
}

type Texts = (facts: FindingFacts) => readonly [message: string, fix: string];

const WARNINGS: readonly FindingCode[] = [
  'slow',
  'tag-unclosed',
  'second-loader',
  'classic-script',
  'opener-policy',
];

const line = ({ url }: FindingFacts) =>
  `<script type="module" src="${new URL('okno.js', url).href}"></script>`;
const example = (name = '') => EXAMPLES[name] ?? `"${name}": "https://КАТАЛОГ/…"`;
const BUILD = 'OKNO_PORTAL=https://ПОРТАЛ npm run build';

const TEXTS: Record<FindingCode, Texts> = {
  'config-missing': (facts) => [
    `рядом с okno.js нет файла okno.json: ${facts.url.href} отвечает 404.`,
    `Если каталог переехал, поставьте на страницу его новый адрес:\n${line(facts)}\nЕсли нет, соберите каталог заново, сборка положит файл на место:\n${BUILD}`,
  ],
  'config-status': ({ url, name = '' }) => [
    `файл ${url.href} не отдаётся: сервер отвечает ${name}.`,
    `Посмотрите журнал веб-сервера каталога. Это обычный файл, проверить его можно так:\ncurl -I ${url.href}`,
  ],
  'config-html': ({ url }) => [
    `вместо файла ${url.href} пришла веб-страница, например страница входа или заглушка.`,
    `Отдавайте папку widgets/ каталога всем, без входа и переадресации. Файл должен начинаться так:\n{${example('portal')}, …`,
  ],
  'config-broken': ({ url }) => [
    `файл ${url.href} повреждён или пришёл не целиком: это не JSON.`,
    `Соберите каталог заново, сборка запишет файл целиком:\n${BUILD}`,
  ],
  'config-property': ({ url, name }) => [
    `в файле ${url.href} нет свойства "${name ?? ''}".`,
    `Добавьте в файл:\n${example(name)}`,
  ],
  'config-address': ({ url, name, other }) => [
    `в файле ${url.href} свойство "${name ?? ''}" — не адрес сайта: ${other ?? ''}`,
    `Замените на:\n${example(name)}`,
  ],
  'config-unreachable': ({ url }) => [
    `файл ${url.href} не загрузился: нет связи, мешает политика безопасности (CSP) страницы, или сервер каталога не отвечает страницам других сайтов.`,
    `В CSP страницы нужно:\nconnect-src ${url.origin} https://ПОРТАЛ\nА файлы каталога должны отдаваться с заголовком:\nAccess-Control-Allow-Origin: *`,
  ],
  'site-unknown': ({ name = '', other = '' }) => [
    `портал ${other} не принимает заявления с этого сайта: его нет в списке.`,
    `Попросите оператора портала добавить в список сайтов:\n${name}`,
  ],
  'portal-blocked': ({ url, other = '' }) => [
    `политика безопасности (CSP) страницы не пускает виджеты к порталу ${other}.`,
    `Допишите в CSP страницы адрес портала:\nconnect-src ${url.origin} ${other}`,
  ],
  'tag-unclosed': ({ name = '' }) => [
    `тег <${name}> не закрыт, и всё, что стоит на странице после него, оказалось внутри. Виджет вынес это наружу.`,
    `Одной косой черты, <${name} />, в HTML мало. Закройте тег:\n<${name} …>Телефон и адрес</${name}>`,
  ],
  'page-broken': ({ name = '' }) => [
    `${name}. Так ответы дошли бы до портала искажёнными.`,
    'Уберите библиотеку с этой страницы. Или дайте виджетам пустой фрейм, где её нет: разрешите в script-src адрес okno.js, не требуйте trusted-types, уберите sandbox без allow-same-origin.',
  ],
  'page-broken-late': ({ name = '' }) => [
    `${name}, и это случилось, когда виджеты уже работали.`,
    'Подключите эту библиотеку раньше okno.js, тогда виджеты сами от неё отделятся. Пока граждан просят обновить страницу.',
  ],
  'module-missing': ({ url, name = '' }) => [
    `виджет не загрузился: ${name}`,
    `Проверьте, что папка ${new URL('parts/', url).href} на месте. В CSP страницы нужно:\nscript-src ${url.origin}`,
  ],
  'module-broken': ({ url, name = '' }) => [
    `виджет загрузился, но не запустился: ${name}`,
    `Проверьте, что все файлы в ${new URL('.', url).href} из одной сборки, а строка на странице такая:\n${line({ url })}`,
  ],
  'policy-refused': ({ url }) => [
    'виджет не запустился: политика безопасности (CSP) страницы не разрешает trusted-types с именем okno.',
    `Допишите имя в CSP страницы:\ntrusted-types okno\nВместе с остальным, что нужно виджетам: script-src ${url.origin}; connect-src ${url.origin} https://ПОРТАЛ`,
  ],
  'tag-unknown': ({ name = '', other = '' }) => [
    `тега <${name}> нет.`,
    `Замените на:\n<${other}></${other}>`,
  ],
  'service-missing': () => [
    'в теге <okno-application-form> нет имени услуги.',
    'Возьмите имя из адреса её карточки, у https://КАТАЛОГ/services/detskiy-sad/ это detskiy-sad:\n<okno-application-form service="detskiy-sad"></okno-application-form>',
  ],
  'service-unknown': ({ name = '', other = '' }) => [
    `<okno-application-form service="${name}">: в каталоге нет такой услуги.`,
    `${other ? 'Больше всего похожа эта' : 'Возьмите имя из адреса карточки услуги, например'}:\n<okno-application-form service="${other || 'detskiy-sad'}"></okno-application-form>`,
  ],
  'service-without-form': ({ name = '', other = '' }) => [
    `<okno-application-form service="${name}">: у этой услуги есть карточка, но нет формы.`,
    `Поставьте вместо тега ссылку на карточку:\n<a href="${other}">Как получить услугу</a>`,
  ],
  'form-unavailable': ({ url, name = '' }) => [
    `вопросы формы не загрузились из ${url.href}: ${name}`,
    `Проверьте, что папка на месте и отдаётся страницам других сайтов. В CSP страницы нужно:\nconnect-src ${url.origin} https://ПОРТАЛ\nА файлы каталога должны отдаваться с заголовком:\nAccess-Control-Allow-Origin: *`,
  ],
  slow: ({ url }) => [
    'виджет открывается дольше обычного.',
    `Проверьте, быстро ли отвечает сервер каталога:\ncurl -I ${url.href}`,
  ],
  'second-loader': (facts) => [
    `на странице два разных okno.js, работает первый: ${facts.name ?? ''}`,
    `Оставьте одну строку:\n${line(facts)}`,
  ],
  'classic-script': (facts) => [
    'в строке скрипта нет type="module": виджеты откроются, но позже.',
    `Поставьте:\n${line(facts)}`,
  ],
  'opener-policy': () => [
    'страница отдаётся с заголовком Cross-Origin-Opener-Policy: same-origin, окно входа не сможет ей ответить.',
    'Замените заголовок на:\nCross-Origin-Opener-Policy: same-origin-allow-popups',
  ],
};

/** Lines of `okno.json`, by the property. */
const EXAMPLES: Partial<Record<string, string>> = {
  portal: '"portal": "https://ПОРТАЛ"',
  'region.code': '"region": {"code": "77", "timeZone": "Europe/Moscow"}',
  'region.timeZone': '"region": {"code": "77", "timeZone": "Europe/Moscow"}',
  'contact.phone': '"contact": {"phone": "8 800 000-00-00"}',
  'consent.version': '"consent": {"version": "2026-11-21"}',
};

/** Tags of the widgets whose modules these are: `./rating-form/register.ts` is of `okno-rating-form`. */
export const tagsOf = (modules: readonly string[]): string[] =>
  modules.map((path) => `okno-${path.split('/')[1] ?? ''}`);

/** Words a finding. */
export function describeFinding(code: FindingCode, facts: FindingFacts): Finding {
  const [message, fix] = TEXTS[code](facts);
  return { code, severity: WARNINGS.includes(code) ? 'warning' : 'error', message, fix };
}

/** Writes a finding to the console. */
export function logFinding({ severity, message, fix }: Finding): void {
  console[severity === 'error' ? 'error' : 'warn'](`Окно: ${message}\nЧто сделать: ${fix}`);
}
