import type { AstroIntegration } from 'astro';
export function searchIndex(): AstroIntegration { return { name: 'okno:search-index', hooks: {} }; }
