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
    if (/\b(?:reflect|useDefault):/.test(code))
      throw new Error(`${id}: leanLit has no attributes that follow.`);
    const properties = [...code.matchAll(DECORATED)].map(
      ([, kind, options, name]) => `${name}: ${kind === 'state' ? '{ state: true }' : options || '{}'}`,
    );
    return code
      .replace(/import \{[^}]*\} from 'lit\/decorators.js';/, '')
      .replace(/import \{ consume \} from/, 'import { ContextEvent } from')
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
/** What `@consume` does, for the one context that there is: its value never changes, so nobody has to unsubscribe. */
const CONSUMER = `static {
  this.addInitializer((host) => host.addController({ hostConnected() {
    host.dispatchEvent(new ContextEvent(portalContext, host, (portal) => { host.portal = portal; }));
  } }));
}`;

/** How Lit makes its policy, and where it uses it. */
const LITS_POLICY = 'createPolicy("lit-html",{createHTML:t=>t})';
const LITS_ASSIGNMENT = 'return s.innerHTML=t,s';

/**
 * Gives the Trusted Types policy of our Lit a name of its own. Where a page has a Lit too, one of the two would find the name
 * `lit-html` taken, and die. Where the page's policy does not allow ours, the templates are parsed by `setHTML`, which needs none; where
 * the browser has no `setHTML`, the module fails, and `diagnosis/` tells why.
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
          `(()=>{try{return ${types}.createPolicy("okno",{createHTML:t=>t})}catch(t){if(!Element.prototype.setHTML)throw t;return{createHTML:t=>t,refused:1}}})()`,
      )
      .replace(
        LITS_ASSIGNMENT,
        `return ${policy}?.refused&&s.setHTML?s.setHTML(t,{sanitizer:{removeElements:[],comments:!0}}):s.innerHTML=t,s`,
      );
  },
};

/** What our elements do not use of Lit: parts of its files, and what takes their place. */
const UNUSED_IN_LIT: Record<string, [part: RegExp, replacement: string][]> = {
  '/@lit/reactive-element/css-tag.js': [
    // Sentences for developers.
    [/=!0,o!==s\)throw Error\("CSSResult is not .*?"\);/, '=!0);'],
    [/Error\("Value passed to 'css' function.*? page security\."\)/, 'Error()'],
  ],
  '/@lit/reactive-element/reactive-element.js': [
    // Decorators of the standard kind; we use the other kind. Lit would put something on the page's global objects for them.
    [/Symbol\.metadata\?\?=Symbol\("metadata"\),\w+\.litPropertyMetadata\?\?=new WeakMap;/, ''],
    [/const t=this\[Symbol\.metadata\];if\(null!==t\)\{.*?this\.elementProperties\.set\(t,i\)\}/, ''],
    // Properties that change an attribute.
    [/toAttribute\(t,s\)\{.*?return t\},/, ''],
    [/_\$ET\(t,s\)\{.*?\}\}(?=_\$AK)/, ''],
    [/,!0===\w+&&this\._\$Em!==t&&\(this\._\$Eq\?\?=new Set\)\.add\(t\)/, ''],
    [/this\._\$Eq&&=.*?,(?=this\._\$EM)/, ''],
    [/i&&!\(this\._\$Ej\?\?=new Map\)\.has\(t\)&&\(.*?\)\|\|(?=\()/, ''],
    [/\|\|i\.useDefault&&.*?\(r\._\$Eu\(t,i\)\)(?=\)\))/, ''],
    // A polyfill of the page would change our Lit, too.
    [/,p=a\.reactiveElementPolyfillSupport/, ''],
    [/p\?\.\(\{ReactiveElement:y\}\),/, ''],
  ],
  '/lit-html/lit-html.js': [
    [/,B=t\.litHtmlPolyfillSupport;B\?\.\(S,k\),/, ';'],
    [/throw Error\("invalid template strings array"\)/, 'throw Error()'],
    // Drawings and formulas.
    [/2===(\w+)\?"<svg>":3===\1\?"<math>":""/, '""'],
    [/\+\(2===(\w+)\?"<\/svg>":3===\1\?"<\/math>":""\)/, ''],
    [/if\((this\.el=[^{}]+?\.content),2===\w+\|\|3===\w+\)\{.*?\}(?=for)/, '$1;'],
  ],
  '/lit-element/lit-element.js': [
    [/,s\.litElementHydrateSupport\?\.\(\{LitElement:i\}\);const o=.*?;o\?\.\(\{LitElement:i\}\);/, ';'],
  ],
};

/** Leaves out what our elements do not use of Lit. */
export const leanLit: Plugin = {
  name: 'okno:lean-lit',
  enforce: 'pre',
  transform(code, id) {
    const parts = Object.entries(UNUSED_IN_LIT).find(([file]) => id.endsWith(file))?.[1];
    return parts?.reduce((rest, [part, replacement]) => {
      if (!part.test(rest)) throw new Error(`Lit has changed: ${part.source} is not in ${id}`);
      return rest.replace(part, replacement);
    }, code);
  },
};
