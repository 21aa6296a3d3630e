import { ComplaintForm } from './complaint-form.ts';

if (!customElements.get('okno-complaint-form')) customElements.define('okno-complaint-form', ComplaintForm);
