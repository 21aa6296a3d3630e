/**
 * Entry of `address-field.js`: the field without `okno.js`, for any form on any site,
 * `<script type="module" src="…/address-field.js">`. The address index is in the folder `addresses/` beside it.
 */
import { AddressField } from './address-field.ts';
import './register.ts';

AddressField.defaultIndex ??= new URL(/* @vite-ignore */ 'addresses/', import.meta.url);
