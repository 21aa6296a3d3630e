import { ApplicationForm } from './application-form.ts';

if (!customElements.get('okno-application-form'))
  customElements.define('okno-application-form', ApplicationForm);
