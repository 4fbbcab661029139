import { idTypeOf, type IdType } from "./id-type.ts";
import { comparable, type Ids } from "./ids.ts";

/** Whose each id is: how tables that know a customer by another of their ids are joined. */
export class KnownIds {
  private readonly ids: Ids;
  /** The customer of each id, −1 for none. */
  private readonly customers: Int32Array;
  private readonly found = new Map<IdType, ReadonlyMap<string, number>>();

  constructor(ids: Ids, customers: Int32Array) {
    this.ids = ids;
    this.customers = customers;
  }

  /** The same ids where customers have been numbered anew; −1 for those left out. */
  renumbered(places: Int32Array): KnownIds {
    return new KnownIds(
      this.ids,
      this.customers.map((customer) => (customer < 0 ? -1 : places[customer]!)),
    );
  }

  /** The customers of a column's ids: ids of the kind its name tells, else of any, most trusted first. */
  of(column: string, dictionary: readonly string[]): Int32Array {
    const own = idTypeOf(column, 0);
    const types = this.ids.types.toSorted((left, right) => Number(right === own) - Number(left === own));
    return Int32Array.from(dictionary, (text) => {
      for (const type of types) {
        const customer = this.places(type).get(comparable(text, type));
        if (customer !== undefined) return customer;
      }
      return -1;
    });
  }

  private places(type: IdType): ReadonlyMap<string, number> {
    let places = this.found.get(type);
    if (places === undefined) {
      const rank = this.ids.types.indexOf(type);
      const made = new Map<string, number>();
      for (let id = this.ids.offsets[rank]!; id < this.ids.offsets[rank + 1]!; id++)
        if (this.customers[id]! >= 0) made.set(this.ids.texts[id]!, this.customers[id]!);
      this.found.set(type, (places = made));
    }
    return places;
  }
}
