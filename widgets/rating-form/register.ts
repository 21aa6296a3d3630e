import { RatingForm } from './rating-form.ts';

if (!customElements.get('okno-rating-form')) customElements.define('okno-rating-form', RatingForm);
