import type { Source } from "./ledger.ts";

/** What advertising truly did, and what the last click says it did. */
export class Tally {
  /** Orders that would not have been without it, as expected when each was decided. */
  readonly incremental: Record<string, number> = { display: 0, cpc: 0, paid_social: 0, email: 0 };
  /** Online orders by the medium of their visit. */
  readonly lastClick: Record<string, number> = { display: 0, cpc: 0, paid_social: 0, email: 0, organic: 0, referral: 0, app_store: 0, direct: 0 };

  add(channel: string, orders: number): void {
    this.incremental[channel] = (this.incremental[channel] ?? 0) + orders;
  }

  countLastClick(from: Source): void {
    const medium = from.medium || "direct";
    this.lastClick[medium] = (this.lastClick[medium] ?? 0) + 1;
  }
}
