import { StatusTracker } from './status-tracker.ts';

if (!customElements.get('okno-status-tracker')) customElements.define('okno-status-tracker', StatusTracker);
