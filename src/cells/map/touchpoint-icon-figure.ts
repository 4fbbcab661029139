import headphones from "lucide-static/icons/headphones.svg?raw";
import mail from "lucide-static/icons/mail.svg?raw";
import megaphone from "lucide-static/icons/megaphone.svg?raw";
import search from "lucide-static/icons/search.svg?raw";
import smartphone from "lucide-static/icons/smartphone.svg?raw";
import store from "lucide-static/icons/store.svg?raw";
import truck from "lucide-static/icons/truck.svg?raw";
import globe from "lucide-static/icons/globe.svg?raw";
import { icon } from "../../figures/icon.ts";

/** Words in a touchpoint's name that tell its icon; the first that is found counts. */
const words: readonly [RegExp, string][] = [
  [/mail|newsletter|letter/i, mail],
  [/store|shop floor|branch|pick|retail/i, store],
  [/support|ticket|care|call|phone line|chat/i, headphones],
  [/deliver|shipp|parcel|return/i, truck],
  [/search|seo|sem|organic|cpc/i, search],
  [/social|display|advert|\bad|campaign|affiliate|referral|banner/i, megaphone],
  [/app|mobile|push|sms/i, smartphone],
  [/web|site|page|view|visit|cart|checkout|online|direct/i, globe],
];

/** A touchpoint's icon as its name tells it, or null. */
export function touchpointIcon(name: string): SVGSVGElement | null {
  const source = words.find(([pattern]) => pattern.test(name))?.[1];
  return source === undefined ? null : icon(source);
}
