import { AddressField } from './address-field.ts';

if (!customElements.get('okno-address-field')) customElements.define('okno-address-field', AddressField);
