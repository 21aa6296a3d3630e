/** One figure: what was found, and how many there may be. */
export interface Measure {
  /** In Russian, as the table of figures shows it. */
  name: string;
  /** The most items that the rules allow; without it the figure is only shown. */
  goal?: number;
  /** One line each: where it is, and what. */
  items: string[];
}
