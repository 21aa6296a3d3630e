/** What nobody writes into a tag as its fallback content: the rest of a page. */
const REST = 'h1,h2,script,style,link,header,footer,main,nav,section,article,aside,form,iframe';

/**
 * Moves out what a page has put into a widget by a tag that does not end: browsers take `<okno-status-tracker />` for an opening tag, and
 * all that comes after it would be hidden behind the widget. Tells the webmaster. Fallback content stays where it is.
 */
export function moveOutRest(widget: Element): void {
  const isRest = (element: Element) => element.matches(REST) || element.localName.startsWith('okno-');
  if (![...widget.querySelectorAll('*')].some(isRest)) return;
  widget.after(...widget.childNodes);
  console.warn(
    `Окно: тег <${widget.localName}> не закрыт, и всё, что стоит на странице после него, оказалось внутри. Виджет вынес это наружу.\nЧто сделать: Закройте тег:\n<${widget.localName} …>Телефон и адрес</${widget.localName}>`,
  );
}
