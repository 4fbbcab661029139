import { planted } from "../../sample-data/business/planted.ts";
import { byCustomer, cardsOf, eventsOf, rowsOf, type Files, type TimedRow } from "./rows.ts";

const day = 86_400_000;
const end = Date.UTC(2025, 11, 17, 19);
const minute = 60_000;

/** How often something happened among how many. */
export class Share {
  hits = 0;
  n = 0;

  add(hit: boolean): void {
    this.n++;
    if (hit) this.hits++;
  }

  get rate(): number {
    return this.hits / this.n;
  }

  /** Three standard errors: what chance alone exceeds once in 370 times. */
  get margin(): number {
    return 3 * Math.sqrt((this.rate * (1 - this.rate)) / this.n);
  }
}

/** What can be counted in the rows of a business without knowing its truth; several businesses add up. */
export class Counts {
  private readonly shares = new Map<string, Share>();
  readonly lastClick = new Map<string, number>();

  of(name: string): Share {
    const share = this.shares.get(name) ?? new Share();
    this.shares.set(name, share);
    return share;
  }

  add(files: Files, events: readonly TimedRow[] = eventsOf(files)): void {
    const byUser = byCustomer(events);
    for (const own of byUser.values()) this.addCustomer(own);
    this.addTickets(files, byUser);
    this.addSources(files, byUser);
  }

  private addCustomer(own: TimedRow[]): void {
    const bought = own.filter((event) => event.row["event_name"] === "purchase").map((event) => event.at);
    let arrived = 0;
    for (const [index, event] of own.entries()) {
      const { at } = event;
      const following = own.slice(index + 1, index + 6).filter((next) => next.at < at + 30 * minute);
      switch (event.row["event_name"]) {
        case "experiment_exposed":
          this.of(event.row["page"]!).add(following.some((next) => next.row["event_name"] === "purchase"));
          break;
        case "purchase":
          this.lastClick.set(event.row["utm_medium"]!, (this.lastClick.get(event.row["utm_medium"]!) ?? 0) + 1);
          break;
        case "app_open": {
          const isRelease = event.row["ts"]! >= planted.loginFailures.from && event.row["ts"]! < planted.loginFailures.until;
          this.of(isRelease ? "release login" : "usual login").add(following[0]?.row["event_name"] === "login_failed");
          break;
        }
        case "delivered": {
          const isLate = event.row["page"] === "late";
          // A parcel of November or December may come in January.
          if (/^\d+-(0[2-9]|10)-/.test(event.row["ts"]!)) this.of("late").add(isLate);
          if (at < end - 120 * day)
            this.of(isLate ? "again after late" : "again after on time").add(bought.some((b) => b > at && b < at + 120 * day));
          break;
        }
        case "pickup_arrived":
          arrived = at;
          break;
        case "pickup_collected":
        case "pickup_abandoned": {
          const isLong = at - arrived >= 20 * minute;
          this.of(`long wait in ${event.row["page"]}`).add(isLong);
          if (isLong) this.of("abandoned").add(event.row["event_name"] === "pickup_abandoned");
          if (at < end - 120 * day)
            this.of(isLong ? "again after long wait" : "again after short wait").add(bought.some((b) => b > at && b < at + 120 * day));
          break;
        }
      }
    }
  }

  private addTickets(files: Files, byUser: Map<string, TimedRow[]>): void {
    const idOf = new Map(cardsOf(files).map((card) => [card.email.trim().toLowerCase(), card.id]));
    for (const row of rowsOf(files, "tickets.tsv")) {
      const [date, time] = row["opened"]!.split(" ");
      const [d, m, y] = date!.split("/").map(Number);
      const opened = Date.UTC(y!, m! - 1, d!, Number(time!.slice(0, 2)));
      if (opened > end - 30 * day) continue;
      const isUnanswered = row["first_reply"] === "";
      this.of(row["owner"] === planted.unanswered.owner ? "unanswered by the slow owner" : "unanswered by others").add(isUnanswered);
      const own = byUser.get(idOf.get(row["customer_email"]!.trim().toLowerCase()) ?? "") ?? [];
      if (opened > end - 120 * day) continue;
      const again = own.some((event) => event.row["event_name"] === "purchase" && event.at > opened + 5 * day && event.at < opened + 120 * day);
      this.of(isUnanswered ? "again after silence" : "again after an answer").add(again);
    }
  }

  private addSources(files: Files, byUser: Map<string, TimedRow[]>): void {
    for (const card of new Map(cardsOf(files).map((card) => [card.id, card])).values()) {
      const bought = (byUser.get(card.id) ?? []).filter((event) => event.row["event_name"] === "purchase");
      const first = bought[0];
      if (first === undefined || first.at > end - 180 * day) continue;
      this.of(`again, acquired by ${card.source}`).add(bought.some((event) => event.at > first.at + day && event.at < first.at + 180 * day));
    }
  }
}
