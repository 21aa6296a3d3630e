import { ApplicationForm } from './application-form.ts';
import { FileField } from './file-field.ts';

if (!customElements.get('okno-file-field')) customElements.define('okno-file-field', FileField);
if (!customElements.get('okno-application-form'))
  customElements.define('okno-application-form', ApplicationForm);
