/**
 * Loaded into Prism before its own code: it quotes our Russian in a header, where Node lets none stand, and dies of it
 * (`addViolationHeader`, @stoplight/prism-http-server 5.16).
 */
import { ServerResponse } from 'node:http';

const original = Reflect.get(ServerResponse.prototype, 'setHeader') as ServerResponse['setHeader'];

ServerResponse.prototype.setHeader = function (name, value) {
  return original.call(this, name, name === 'sl-violations' ? inAscii(String(value)) : value);
};

/** The same JSON. */
const inAscii = (json: string) =>
  json.replaceAll(/[^\n -~]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
