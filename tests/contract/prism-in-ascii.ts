/**
 * Is loaded into Prism before its own code. Prism quotes the document's Russian words in a header. Node allows only Latin
 * letters there, and Prism dies of the error (`addViolationHeader`, @stoplight/prism-http-server 5.16).
 */
import { ServerResponse } from 'node:http';

const original = Reflect.get(ServerResponse.prototype, 'setHeader') as ServerResponse['setHeader'];

ServerResponse.prototype.setHeader = function (name, value) {
  return original.call(this, name, name === 'sl-violations' ? inAscii(String(value)) : value);
};

/** Writes the same JSON in ASCII: `"Имя"` becomes `"\u0418\u043c\u044f"`. */
const inAscii = (json: string) =>
  json.replaceAll(/[^\n -~]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
