/** What events are usually called, in the order in which customers usually do them: first a shop, then a subscription. */
const usual: readonly (readonly RegExp[])[] = [
  [
    /^(visit|session_?start|page_?view|home|landing)/i,
    /^(view_?(product|item)|product_?view|item_?view|view)/i,
    /^(add_?to_?(cart|basket|bag)|cart|basket_?add)/i,
    /^(begin_?checkout|checkout_?start|start_?checkout|checkout)$/i,
    /^(add_?payment|payment)/i,
    /^(purchase|order(_placed)?|buy|bought|checkout_?completed?)$/i,
  ],
  [
    /^(visit|page_?view|landing)/i,
    /^(sign_?up|register|registration|account_?created)/i,
    /^(activat|onboard|first_)/i,
    /^(trial)/i,
    /^(subscrib|upgrade|paid|convert)/i,
  ],
];

/**
 * The events that look like steps one after the other; the longer of a shop's and a subscription's.
 *
 * @param events Names, the most frequent first.
 * @example usualSteps(["visit", "purchase", "view_product", "refund"]) // ["visit", "view_product", "purchase"]
 */
export function usualSteps(events: readonly string[]): string[] {
  const found = usual.map((patterns) => {
    const taken = new Set<string>();
    for (const pattern of patterns) {
      const event = events.find((name) => pattern.test(name) && !taken.has(name));
      if (event !== undefined) taken.add(event);
    }
    return [...taken];
  });
  return found.reduce((longest, steps) => (steps.length > longest.length ? steps : longest), []);
}
