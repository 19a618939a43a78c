import { FleetUpload } from './fleet-upload.js';

/** Brings the section of the support page to life that checks a whole fleet; without a script it stays hidden. */
const place = document.querySelector<HTMLElement>('#fleet');
if (place) {
  const upload = new FleetUpload(new URL('/api/fleet', location.href).href);
  place.append(upload.element);
  place.hidden = false;
}
