import type { Plugin } from 'vite';

/**
 * Writes the decorators of Lit as `static properties`, which do the same. So no code of decorators comes to the page: a twentieth of what
 * a widget weighs.
 */
export const plainProperties: Plugin = {
  name: 'okno:plain-properties',
  enforce: 'pre',
  transform(code, id) {
    if (!id.includes('/widgets/') || !code.includes('lit/decorators.js')) return undefined;
    const properties = [...code.matchAll(DECORATED)].map(
      ([, kind, options, name]) => `${name}: ${kind === 'state' ? '{ state: true }' : options || '{}'}`,
    );
    return code
      .replace(/import \{[^}]*\} from 'lit\/decorators.js';/, '')
      .replace(/import \{ consume \} from/, 'import { ContextConsumer } from')
      .replace(
        /(export (?:abstract )?class [^{]*\{)/,
        `$1\nstatic properties = { ${properties.join(', ')} };\n${code.includes('@consume(') ? CONSUMER : ''}`,
      )
      .replace(/@consume\([^)]*\)/, '')
      .replace(DECORATED, '$3');
  },
};
/** A decorated field: what it is, with which options, its name. */
const DECORATED = /@(property|state)\(([^)]*)\)\s*(?:private )?(\w+)/g;
/** What `@consume` does, for the one context that there is. */
const CONSUMER =
  'static { this.addInitializer((host) => new ContextConsumer(host, { context: portalContext, callback: (portal) => { host.portal = portal; } })); }';

/** What Lit puts on the page for decorators of the standard kind, and where it reads that. We use the other kind. */
const LITS_METADATA = [
  /Symbol\.metadata\?\?=Symbol\("metadata"\),\w+\.litPropertyMetadata\?\?=new WeakMap;/,
  /const t=this\[Symbol\.metadata\];if\(null!==t\)\{.*?this\.elementProperties\.set\(t,i\)\}/,
];
/** How Lit makes its policy, and where it uses it. */
const LITS_POLICY = 'createPolicy("lit-html",{createHTML:t=>t})';
const LITS_ASSIGNMENT = 'return s.innerHTML=t,s';

/**
 * Gives the Trusted Types policy of our Lit a name of its own. Where a page has a Lit too, one of the two would find the name
 * `lit-html` taken, and die. Where the page's policy does not allow ours, the templates are parsed by `setHTML`, which needs none.
 */
export const ownPolicy: Plugin = {
  name: 'okno:own-policy',
  enforce: 'pre',
  transform(code, id) {
    if (!id.endsWith('/lit-html/lit-html.js')) return undefined;
    const [, policy = ''] = /(\w+)=(\w+)\?\2\.createPolicy/.exec(code) ?? [];
    if (!code.includes(LITS_POLICY) || !code.includes(LITS_ASSIGNMENT))
      throw new Error('Lit has changed: its policy is made in another way.');
    return code
      .replace(
        /(\w+)\.createPolicy\("lit-html",\{createHTML:t=>t\}\)/,
        (_, types: string) =>
          `(()=>{try{return ${types}.createPolicy("okno",{createHTML:t=>t})}catch{return{createHTML:t=>t,refused:1}}})()`,
      )
      .replace(
        LITS_ASSIGNMENT,
        `return ${policy}?.refused&&s.setHTML?s.setHTML(t,{sanitizer:{removeElements:[],comments:!0}}):s.innerHTML=t,s`,
      );
  },
};

/** Keeps Lit from putting more on the page's global objects than the lists of its versions. */
export const noMetadata: Plugin = {
  name: 'okno:no-metadata',
  enforce: 'pre',
  transform(code, id) {
    if (!id.endsWith('/@lit/reactive-element/reactive-element.js')) return undefined;
    if (!LITS_METADATA.every((part) => part.test(code))) throw new Error('Lit has changed: its metadata.');
    return LITS_METADATA.reduce((rest, part) => rest.replace(part, ''), code);
  },
};
