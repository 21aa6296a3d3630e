/** One way to look at a state: what is different around the widget. */
export interface Look {
  /** In the list of the gallery. */
  title: string;
  /** Style of the page around the widget. */
  css?: string;
  lang?: string;
  /** The style sheet of the invented municipality. */
  isHosted?: true;
  /** Only a browser can do these: width of the window in pixels, and colours forced by the system. */
  width?: number;
  hasForcedColours?: true;
}

/** Width of the window, in pixels, where a look does not say. */
export const WIDTH = 720;

export const LOOKS: Record<string, Look> = {
  light: { title: 'светлый' },
  dark: { title: 'тёмный', css: ':root { color-scheme: dark }' },
  forced: { title: 'цвета системы (включите в браузере)', hasForcedColours: true },
  narrow: { title: '320 пикселей', css: 'body { max-inline-size: 304px }', width: 320 },
  large: { title: 'текст 200 %', css: ':root { font-size: 200% }' },
  english: { title: 'по-английски', lang: 'en' },
  host: { title: 'на чужом сайте', isHosted: true },
};
