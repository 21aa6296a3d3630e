/** The scripts of the header, which every page has, as one file. */
import './low-vision.ts';
import './demo-notice.ts';
import './search-box.ts';
