import { random } from "../../src/analysis/random/random.ts";

/** Draws of one stream: each person has their own, so that one person's life changes nobody else's. */
export class Chance {
  private readonly next: () => number;

  constructor(seed: number, stream: number) {
    this.next = random(seed, stream);
  }

  /** Whether something with probability `p` happens. Rounded, so that the last bit of a product never decides. */
  happens(p: number): boolean {
    return this.next() < Math.round(p * 1e9) / 1e9;
  }

  /** A whole number from `from` to `to`, both included. */
  between(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }

  /** A multiple of a minute or the like, twice as likely in the middle of its range. */
  around(from: number, to: number): number {
    return from + Math.floor(((this.next() + this.next()) / 2) * (to - from + 1));
  }

  pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.next() * list.length)]!;
  }

  /** One of the names, by their shares. */
  share<Name extends string>(parts: Readonly<Record<Name, { readonly share: number }>>): Name {
    const names = Object.keys(parts) as Name[];
    let rest = this.next();
    for (const name of names) {
      rest = Math.round((rest - parts[name].share) * 1e9) / 1e9;
      if (rest < 0) return name;
    }
    return names.at(-1)!;
  }
}
