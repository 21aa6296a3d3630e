// Longer than other modules: one list.
/** A defect that is planted into a state, to see whether `test:access` notices it. */
export interface Defect {
  name: string;
  /** `widget state` of the gallery. */
  state: string;
  /** Code that runs in the page; `$` finds an element in any shadow tree, `css` adds a style to all of them. */
  plant: string;
  /** The mode in which it shows. */
  mode?: string;
}

const STATE = {
  asking: 'rating-form asking',
  marked: 'rating-form marked',
  wrong: 'complaint-form mistakes',
  failed: 'complaint-form offline',
  file: 'forms/file done',
  status: 'status-tracker ready',
};
type StateName = keyof typeof STATE;

const defect = (of: StateName, name: string, plant: string, mode = 'light'): Defect => ({
  name,
  plant,
  mode,
  state: STATE[of],
});

/** The defects: names and roles, what is said, contrast, room, targets, focus, movement. */
export const DEFECTS: readonly Defect[] = [
  defect('asking', 'a field has no label', `$('label[for=number]').remove()`),
  defect('asking', 'a label leads nowhere', `$('label[for=code]').htmlFor = 'nowhere'`),
  defect('wrong', 'a list has no label', `$('label[for=agency]').remove()`),
  defect('asking', 'a group has no name', `$('fieldset legend').textContent = ''`),
  defect('asking', 'a button has no text', `$('.button').textContent = ''`),
  defect('wrong', 'a link has no text', `$('a[target=_blank]').textContent = ''`),
  defect(
    'asking',
    'a picture has no text',
    `$('.head').append(Object.assign(new Image(), { src: 'data:image/gif;base64,R0lGODlhAQABAAAAACw=' }))`,
  ),
  defect('asking', 'a frame has no title', `$('.head').append(document.createElement('iframe'))`),
  defect('asking', 'a heading is empty', `$('h2').textContent = ''`),
  defect(
    'asking',
    'a mark has no name',
    `$('#mark-time-3').removeAttribute('aria-label'), $('#mark-time-3 + .tile').remove()`,
  ),
  defect('asking', 'a role is invented', `$('.head').setAttribute('role', 'headline')`),
  defect('asking', 'a state is invented', `$('input').setAttribute('aria-invalid', 'perhaps')`),
  defect('asking', 'an attribute is invented', `$('input').setAttribute('aria-needed', 'true')`),
  defect('asking', 'a role lacks what it needs', `$('.head').setAttribute('role', 'checkbox')`),
  defect('asking', 'a list has other things in it', `$('.head').innerHTML = '<ul><div>один</div></ul>'`),
  defect('asking', 'an entry stands in no list', `$('.head').innerHTML = '<div><li>один</li></div>'`),
  defect(
    'asking',
    'a button stands in a link',
    `$('.go').innerHTML = '<a href="#x"><button>Отправить</button></a>'`,
  ),
  defect(
    'asking',
    'what is hidden from ears takes the focus',
    `$('.go').setAttribute('aria-hidden', 'true')`,
  ),
  defect('asking', 'the order of the keyboard is forced', `$('#code').tabIndex = 5`),
  defect(
    'wrong',
    'a token of autocomplete is invented',
    `$('#email').setAttribute('autocomplete', 'mail-me')`,
  ),
  defect(
    'asking',
    'a name leads to nothing',
    `$('section').setAttribute('aria-labelledby', 'nowhere'), $('input').setAttribute('aria-labelledby', 'nowhere')`,
  ),
  defect('asking', 'the page has no title', `document.title = ''`),
  defect(
    'asking',
    'the page forbids zooming',
    `$('meta[name=viewport]').content += ', user-scalable=no, maximum-scale=1'`,
  ),
  defect('asking', 'the page has no language', `document.documentElement.lang = ''`),
  defect('asking', 'a widget has no language', `document.documentElement.lang = $('.content').lang = ''`),
  defect('asking', 'a language is invented', `$('.content').lang = 'russian-please'`),
  defect(
    'asking',
    'only the colour makes a link',
    `css('a { text-decoration: none !important; color: #1a3c5a !important }'), $('.head').insertAdjacentHTML('beforeend', '<p>Слова вокруг <a href="#x">ссылки</a> и ещё слова</p>')`,
  ),
  defect('asking', 'a description leads nowhere', `$('#number').setAttribute('aria-describedby', 'nowhere')`),
  defect('asking', 'a hint lost its id', `$('#number-hint').removeAttribute('id')`),
  defect('wrong', 'an error is not tied to its field', `$('#text').removeAttribute('aria-describedby')`),
  defect('wrong', 'the error of a group is not heard', `$('#ground').removeAttribute('aria-describedby')`),
  defect('asking', 'the hint of marks is not heard', `$('#mark-time-2').removeAttribute('aria-describedby')`),
  defect('file', 'the hint of files is not heard', `$('button.add').removeAttribute('aria-describedby')`),
  defect('asking', 'marks are required for the browser', `$('#mark-time-1').required = true`),
  defect('wrong', 'a group of radio buttons is none', `$('fieldset').removeAttribute('role')`),
  defect('asking', 'a status wraps a button', `$('.go').setAttribute('role', 'status')`),
  defect(
    'failed',
    'an alert wraps a link',
    `$('.note [role=alert]').append(Object.assign(document.createElement('a'), { href: '#x', textContent: 'Ещё' }))`,
  ),
  defect('asking', 'the status region is gone', `$('.root > [role=status]').remove()`),
  defect('wrong', 'an error does not end', `$('#text-error').textContent = 'Расскажите, что произошло'`),
  defect(
    'asking',
    'an error repeats the example',
    `$('#number-hint').insertAdjacentHTML('afterend', '<span class="error">В номере 12 цифр, например 22-2026-004217.</span>')`,
  ),
  defect(
    'wrong',
    'a new window is not announced',
    `$('a[target=_blank]').textContent = 'Кто обрабатывает данные'`,
  ),
  defect(
    'file',
    'what is hidden is shown',
    `$('.file').hidden = true, css('.file[hidden] { display: grid !important }')`,
  ),
  defect('wrong', 'the list of mistakes does not count', `$('.summary h3').textContent = 'Проверьте ответы'`),
  defect('asking', 'a hint is pale', `css('.hint { color: #aaa !important }')`),
  defect('asking', 'a button is pale', `css('.button { background: #9cf !important }')`),
  defect(
    'asking',
    'a button is pale under the pointer',
    `css('.button:hover { background: #fff !important }')`,
  ),
  defect(
    'marked',
    'the chosen mark is pale under the pointer',
    `css('.mark:hover .tile { background: #eef5f8 !important }')`,
  ),
  defect('asking', 'a link is pale with the focus', `css('.button:focus { color: #4a90b0 !important }')`),
  defect('asking', 'a hint is dim in the dark', `css('.hint { color: #52616e !important }')`, 'dark'),
  defect(
    'status',
    'a text is black on the black of the system',
    `css('.line b { forced-color-adjust: none; color: #000 !important }')`,
    'forced-dark',
  ),
  defect('asking', 'a box is as wide as a screen', `css('.tile { min-inline-size: 500px }')`),
  defect('asking', 'a box is too wide for a telephone', `css('.head { min-inline-size: 420px }')`, 'small'),
  defect(
    'asking',
    'large text does not wrap',
    `css('h2, .lead, .hint { white-space: nowrap !important }')`,
    'large',
  ),
  defect('asking', 'a text is cut off', `css('.head { block-size: 20px; overflow: hidden }')`),
  defect(
    'asking',
    'spaced text is cut off',
    `css('.hint { display: block; block-size: 1.3em; max-inline-size: 12em; white-space: nowrap; overflow: hidden }')`,
    'spaced',
  ),
  defect(
    'asking',
    'a button is low',
    `css('.button { min-block-size: 20px !important; padding: 0 8px !important; line-height: 1 !important }')`,
  ),
  defect(
    'file',
    'a button is tiny',
    `css('.file .link { min-block-size: 12px !important; block-size: 12px; padding: 0 !important; line-height: 12px }')`,
  ),
  defect(
    'status',
    'a line that opens is low',
    `css('summary { min-block-size: 14px !important; max-block-size: 14px; overflow: hidden }')`,
  ),
  defect('failed', 'a notice is far away', `$('.frame').prepend($('.note')), scrollTo(0, 99999)`),
  defect('asking', 'the focus is lost', `$('#number').focus(), $('#number').remove()`),
  defect(
    'asking',
    'typing moves the box',
    `$('#comment').addEventListener('input', () => $('.head').insertAdjacentHTML('beforeend', '<p style="block-size: 40px">Ещё</p>'))`,
  ),
  defect(
    'wrong',
    'a mended error moves the box',
    `$('#text').addEventListener('input', () => { $('.summary').style.display = 'none' })`,
  ),
];
