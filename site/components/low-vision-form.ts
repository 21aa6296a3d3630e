import { html, render } from 'lit';

/** Size of the text, spacing, four colour schemes, pictures: each option with its word for the page's attribute. */
const GROUPS = [
  {
    name: 'size',
    title: 'Размер текста',
    options: { 'size-100': 'обычный', 'size-150': 'крупный', 'size-200': 'вдвое крупнее' },
  },
  {
    name: 'spacing',
    title: 'Промежутки',
    options: { 'spacing-normal': 'обычные', 'spacing-wide': 'большие' },
  },
  {
    name: 'colours',
    title: 'Цвета',
    options: {
      'colours-white': 'чёрным по белому',
      'colours-black': 'белым по чёрному',
      'colours-blue': 'тёмно-синим по голубому',
      'colours-beige': 'коричневым по бежевому',
    },
  },
  {
    name: 'pictures',
    title: 'Картинки',
    options: { pictures: 'показывать', 'no-pictures': 'убрать' },
  },
];

/** What the form shows and does. */
interface Choice {
  /** The words that are chosen: `size-150 colours-blue`. */
  chosen: string;
  /** Takes the words when an option is chosen. */
  choose: (words: string) => void;
  /** Goes back to the page as everybody sees it. */
  leave: () => void;
}

/** Shows the form of «Версия для слабовидящих» in its bar. */
export function lowVisionForm(bar: HTMLElement, { chosen, choose, leave }: Choice): void {
  const words = chosen.split(' ');
  const onChange = ({ currentTarget }: Event) => {
    choose([...new FormData(currentTarget as HTMLFormElement).values()].map(String).join(' '));
  };
  const groups = GROUPS.map(
    ({ name, title, options }) =>
      html`<fieldset>
        <legend>${title}</legend>
        ${Object.entries(options).map(
          ([value, text]) =>
            html`<label>
              <input type="radio" name=${name} value=${value} .checked=${words.includes(value)} /> ${text}
            </label>`,
        )}
      </fieldset>`,
  );
  const form = html`<form class="wide" autocomplete="off" @change=${onChange}>
    <details>
      <summary>Версия для слабовидящих: настроить</summary>
      ${groups}
    </details>
    <button class="button second" type="button" @click=${leave}>Обычная версия</button>
  </form>`;
  render(form, bar);
}
