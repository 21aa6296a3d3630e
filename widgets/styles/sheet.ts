/** Style sheet of the sheet of paper on which a case or a receipt is printed: black on white, whatever the page looks like. */
export const sheetCss = `
  @page { margin: 18mm; }
  :root { color: #000; background: #fff; font: 11pt / 1.4 'Liberation Sans', Arial, sans-serif; }
  body { margin: 0; }
  h1 { margin: 0; font-size: 18pt; line-height: 1.2; }
  h2, h3 { margin: 14pt 0 4pt; font-size: 13pt; break-after: avoid; }
  p { margin: 2pt 0; }
  .when { margin: 10pt 0; padding: 8pt 10pt; border: 1pt solid #000; break-inside: avoid; }
  .when h3 { margin: 0; }
  .hidden { display: none; }
  small { display: block; font-size: 10pt; }
  .line { margin: 0; padding-inline-start: 16pt; }
  .line li { margin-block: 4pt; break-inside: avoid; }
  .line li.next { color: #444; }
  .at { font-size: 10pt; }
  blockquote { margin: 4pt 0 4pt 10pt; white-space: pre-line; }
  table { inline-size: 100%; border-collapse: collapse; }
  tr { break-inside: avoid; }
  th, td { padding: 4pt 8pt 4pt 0; border-block-start: 0.5pt solid #999; font-weight: 400; text-align: start; vertical-align: top; }
  th { white-space: nowrap; }
  td p { white-space: pre-line; color: #444; }
  .quiet { color: #444; }
  .then { margin: 4pt 0; padding-inline-start: 16pt; }
  figure { display: flex; gap: 12pt; align-items: center; margin: 14pt 0 0; break-inside: avoid; }
  figure svg { inline-size: 52mm; flex: none; }
  figcaption { font-size: 10pt; }
  footer { margin-block-start: 14pt; font-size: 9pt; }
`;
