import { RatingSummary } from './rating-summary.ts';

if (!customElements.get('okno-rating-summary')) customElements.define('okno-rating-summary', RatingSummary);
