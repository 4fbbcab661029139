export interface Order {
  customer: string;
  at: number;
  channel: string;
  country: string;
  delivery: string;
  lines: { product: string; price: number; quantity: number }[];
}

/** A product bought, or brought back later under the same order. */
export interface OrderLine {
  order: Order;
  at: number;
  product: string;
  price: number;
  quantity: number;
}

/** Where a visit came from, as its link said. */
export interface Source {
  source: string;
  medium: string;
  campaign: string;
}

export interface Event extends Source {
  at: number;
  device: string;
  customer: string;
  name: string;
  touchpoint: string;
  page: string;
  kind: string;
  bot: boolean;
}

export interface Touch {
  at: number;
  customer: string;
  channel: string;
  campaign: string;
  action: "sent" | "shown" | "clicked";
  /** Tenths of a cent. */
  cost: number;
}

export interface Ticket {
  at: number;
  email: string;
  topic: string;
  owner: string;
  replied: number | null;
  closed: number | null;
}

export interface Answer {
  at: number;
  customer: string;
  survey: "nps" | "csat" | "ces";
  touchpoint: string;
  score: number;
  comment: string;
  theme: string;
  sentiment: string;
}

export interface Assignment {
  at: number;
  customer: string;
  variant: "control" | "lockers";
}

/** A customer as the CRM knows them from a day on. */
export interface Card {
  customer: string;
  name: string;
  email: string;
  phone: string | null;
  country: string;
  born: number | null;
  source: string;
  tier: string;
  since: string;
}

/** All that happened, before it is written. */
export class Ledger {
  readonly orders: OrderLine[] = [];
  readonly events: Event[] = [];
  readonly touches: Touch[] = [];
  readonly tickets: Ticket[] = [];
  readonly answers: Answer[] = [];
  readonly assignments: Assignment[] = [];
  readonly cards: Card[] = [];
}
