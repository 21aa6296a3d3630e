import { SignIn } from './sign-in.ts';

if (!customElements.get('okno-sign-in')) customElements.define('okno-sign-in', SignIn);
