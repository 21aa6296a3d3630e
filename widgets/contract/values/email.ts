/** The part before @ (RFC 5321, without quotes): dots stand between other characters. */
const LOCAL_PART = /^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*$/;
/** A domain in ASCII with a dot in it, and no digits behind the last one. */
const DOMAIN = /^(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+(?:[a-z]{2,63}|xn--[a-z\d-]{1,58}[a-z\d])$/;

/** What is wrong with an e-mail address. */
type EmailFault = 'email' | 'emailLetters';

/**
 * Takes what surrounds an address away: `mailto:`, a name before it, angle brackets, a full stop behind it, spaces at @ and dots.
 *
 * @example bareEmail('Анна <mailto:anna@example.ru>') // 'anna@example.ru'
 */
export const bareEmail = (text: string): string =>
  text
    .replace(/^.*<([^<>]*)>[\s.,;]*$/s, '$1')
    .replace(/^mailto:/i, '')
    .replace(/\?.*$/s, '')
    .replace(/\s*([@.])\s*/g, '$1')
    .replace(/[.,;]+$/, '');

/**
 * Reads an e-mail address. A national domain becomes ASCII (Punycode), as mail servers want it; the part before @ stays as it is.
 *
 * @example readEmail('Anna@Почта.рф') // { email: 'Anna@xn--80a1acny.xn--p1ai' }
 */
export function readEmail(text: string): { email: string } | { fault: EmailFault } {
  const bare = bareEmail(text);
  const at = bare.lastIndexOf('@');
  const local = bare.slice(0, Math.max(at, 0));
  const written = bare.slice(at + 1).toLowerCase();
  if (/[^\0-\x7f]/.test(local) || hasTwoAlphabets(written)) return { fault: 'emailLetters' };
  const domain = asciiDomain(written);
  const isEmail = local.length <= 64 && LOCAL_PART.test(local) && DOMAIN.test(domain);
  return isEmail ? { email: `${local}@${domain}` } : { fault: 'email' };
}

/** Whether a label of a domain mixes Latin and Cyrillic letters: no registry gives such a name. */
const hasTwoAlphabets = (domain: string) =>
  domain.split('.').some((label) => /[a-z]/.test(label) && /\p{Script=Cyrillic}/u.test(label));

/** A domain in ASCII; empty for what is none. */
function asciiDomain(domain: string): string {
  // Only national letters: `URL` would mend what people should see, «exa%6dple.ru».
  if (!/^[\p{L}\p{M}\d.-]+$/u.test(domain)) return '';
  try {
    return new URL(`http://${domain}`).hostname;
  } catch {
    return '';
  }
}
