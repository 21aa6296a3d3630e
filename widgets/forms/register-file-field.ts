import { FileField } from './file-field.ts';

if (!customElements.get('okno-file-field')) customElements.define('okno-file-field', FileField);
