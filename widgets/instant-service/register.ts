import { InstantService } from './instant-service.ts';

if (!customElements.get('okno-instant-service'))
  customElements.define('okno-instant-service', InstantService);
