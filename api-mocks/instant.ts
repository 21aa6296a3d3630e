import type { Handlers } from './api.ts';
import type { Sandbox } from './sandbox.ts';

export const instant = (_sandbox: Sandbox): Pick<Handlers, never> => ({});
