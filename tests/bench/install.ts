/** Loaded before a benchmark (`node --import`), whose imports are looked for after that. */
import { installTools } from '../tools.ts';

installTools(import.meta.dirname);
