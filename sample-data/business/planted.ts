/** What is true of the business because it was put there. Chances are per event unless said otherwise. */
export const planted = {
  segments: {
    regulars: { share: 0.16, monthly: 0.36, sale: 1.2, christmas: 1.3, visits: 0.1, returns: 0.05, lines: [1, 3], app: 0.25, leavesAfterFirst: 0.1 },
    explorers: {
      share: 0.15,
      monthly: 0.24,
      sale: 1.2,
      christmas: 1.2,
      visits: 0.18,
      returns: 0.05,
      lines: [1, 1],
      app: 0.75,
      leavesAfterFirst: 0.15,
    },
    bargain_hunters: {
      share: 0.2,
      monthly: 0.05,
      sale: 4,
      christmas: 1,
      visits: 0.045,
      returns: 0.14,
      lines: [1, 2],
      app: 0.3,
      leavesAfterFirst: 0.25,
    },
    gift_givers: { share: 0.24, monthly: 0.03, sale: 1, christmas: 6, visits: 0.03, returns: 0.05, lines: [1, 2], app: 0.2, leavesAfterFirst: 0.25 },
    furnishers: { share: 0.25, monthly: 0.015, sale: 1, christmas: 1, visits: 0.025, returns: 0.08, lines: [1, 4], app: 0.15, leavesAfterFirst: 0.5 },
  },
  /** `loyal` multiplies the monthly chance; `caused` is the share that would not have come otherwise. */
  acquisition: {
    organic: { share: 0.24, loyal: 1.1, caused: 0 },
    cpc: { share: 0.2, loyal: 1, caused: 0.6 },
    paid_social: { share: 0.18, loyal: 0.6, caused: 1 },
    display: { share: 0.1, loyal: 0.8, caused: 1 },
    referral: { share: 0.12, loyal: 1.4, caused: 0 },
    app_store: { share: 0.08, loyal: 1.15, caused: 0 },
    store: { share: 0.08, loyal: 1.2, caused: 0 },
  },
  loyalty: { from: "2025-06-01", lift: 1.35 },
  experiment: { name: "checkout-lockers", from: "2025-03-01", until: "2025-05-31", control: 0.62, treatment: 0.68 },
  pickUp: { share: 0.3, longWait: { Berlin: 0.45, Hamburg: 0.12 }, abandoned: 0.2, leave: 0.4 },
  late: { share: 0.12, beforeChristmas: 0.24, leave: 0.35 },
  unanswered: { share: 0.14, owner: "R. Vogt", ownerShare: 0.4, leave: 0.5 },
  leaving: { weekly: 0.006, weeklyBeforeFirst: 0.04, weeks: 8, visits: 0.35, orders: 0.2 },
  /** `lift` multiplies the chance to buy in the weeks after an exposure. */
  advertising: {
    display: { lift: 1.6, weeks: 2 },
    cpc: { lift: 1.25, weeks: 1 },
    paid_social: { lift: 1.2, weeks: 1 },
    newsletter: { lift: 1.05, weeks: 1 },
    cart_reminder: { lift: 1, weeks: 1 },
  },
  loginFailures: { usual: 0.05, release: 0.35, from: "2024-11-10", until: "2024-11-24" },
} as const;

export type Segment = keyof typeof planted.segments;
export type Acquisition = keyof typeof planted.acquisition;
export type Store = keyof typeof planted.pickUp.longWait;
