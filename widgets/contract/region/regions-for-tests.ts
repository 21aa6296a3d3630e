import type { Region } from './schemas.ts';

/** A real region, the first that Okno serves. */
export const ALTAI: Region = {
  code: '22',
  name: 'Алтайский край',
  genitive: 'Алтайского края',
  timeZone: 'Asia/Barnaul',
  centre: { name: 'Барнаул', genitive: 'Барнаула' },
  phone: '8 800 100-70-10',
};

/** An invented region whose data all differ from those of {@link ALTAI}: finds code that knows its region. */
export const PRIMERSKAYA: Region = {
  code: '99',
  name: 'Примерская область',
  genitive: 'Примерской области',
  timeZone: 'Asia/Kamchatka',
  centre: { name: 'Примерск', genitive: 'Примерска' },
  phone: '8 800 000-00-99',
};
