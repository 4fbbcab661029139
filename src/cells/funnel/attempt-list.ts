import type { Plan } from "./plan.ts";

const wider = <T extends Float64Array | Int32Array | Uint8Array>(old: T, made: T): T => {
  made.set(old);
  return made;
};

/** All attempts at a funnel, by customer: one per customer where customers are counted. */
export class AttemptList {
  count = 0;
  customer: Int32Array;
  /** How many steps each has. */
  depth: Uint8Array;
  /** 1 for those who entered too late to have had their time. */
  immature: Uint8Array;
  /** When each began, UTC milliseconds. */
  entered: Float64Array;
  /** The events that are the steps, `steps` places for each attempt, −1 behind the last. */
  places: Int32Array;
  /**
   * The code of the next event within the window for attempts that stopped, repeats of their last step left out; −1 where there is none, −2 for
   * attempts that did not stop or have not had their time.
   */
  next: Int32Array;
  readonly steps: number;
  /** Customers, or attempts, left out by an excluded event. */
  removed = 0;

  private readonly time: Float64Array;
  private readonly offsets: Uint32Array;
  private readonly codes: Int32Array;
  private readonly window: number;

  constructor({ journey, params, window }: Plan) {
    this.steps = params.steps.length;
    const room = Math.max(16, journey.customers);
    this.customer = new Int32Array(room);
    this.depth = new Uint8Array(room);
    this.immature = new Uint8Array(room);
    this.entered = new Float64Array(room);
    this.places = new Int32Array(room * this.steps);
    this.next = new Int32Array(room);
    this.time = journey.time;
    this.offsets = journey.offsets;
    this.codes = journey.code("event").codes;
    this.window = window;
  }

  /**
   * Adds an attempt. Customers come in their order: what is asked of their events here is near at hand then.
   *
   * @param events The events that are the steps.
   */
  add(customer: number, depth: number, isImmature: boolean, events: Int32Array): void {
    if (this.count === this.customer.length) this.grow();
    const at = this.count++;
    const { steps, places } = this;
    const entered = this.time[events[0]!]!;
    this.customer[at] = customer;
    this.depth[at] = depth;
    this.immature[at] = isImmature ? 1 : 0;
    this.entered[at] = entered;
    for (let step = 0; step < steps; step++) places[at * steps + step] = step < depth ? events[step]! : -1;
    this.next[at] = depth === steps || isImmature ? -2 : this.after(events[depth - 1]!, this.offsets[customer + 1]!, entered + this.window);
  }

  private after(last: number, end: number, until: number): number {
    const { codes, time } = this;
    let after = last + 1;
    while (after < end && codes[after] === codes[last]) after++;
    return after < end && time[after]! <= until ? codes[after]! : -1;
  }

  private grow(): void {
    const room = this.count * 2;
    this.customer = wider(this.customer, new Int32Array(room));
    this.depth = wider(this.depth, new Uint8Array(room));
    this.immature = wider(this.immature, new Uint8Array(room));
    this.entered = wider(this.entered, new Float64Array(room));
    this.places = wider(this.places, new Int32Array(room * this.steps));
    this.next = wider(this.next, new Int32Array(room));
  }
}
