import { MyApplications } from './my-applications.ts';

if (!customElements.get('okno-my-applications'))
  customElements.define('okno-my-applications', MyApplications);
