import type { Column } from "../schema/column.ts";
import type { ColumnCondition, Condition, MembershipCondition } from "../schema/conditions.ts";
import { UserError } from "../schema/errors.ts";
import type { Role } from "../schema/mapping.ts";
import type { Grain } from "../schema/settings.ts";
import { attributeColumn, attributeRows } from "./attributes.ts";
import { earlier } from "./before.ts";
import { Cache } from "./cache.ts";
import { localPeriods } from "./calendar/local-periods.ts";
import { attributeNamed, attributeNames, columnNames, meaningOf, type MadeColumn } from "./columns/column-names.ts";
import { roleCodes, roleNumbers, tableColumn } from "./columns/event-columns.ts";
import { pickRows, presence } from "./columns/gather.ts";
import { groupsOfColumn, groupsOfSegments } from "./groups.ts";
import type { KnownIds } from "./identity/known-ids.ts";
import type { Codes, Groups, Journey, Numbers } from "./journey.ts";
import type { MappedAttributes, MappedLine } from "./mapped.ts";
import { membersOf, type Memberships } from "./memberships.ts";
import { numberRoles } from "./number-roles.ts";
import type { EventIndex } from "./order/event-index.ts";
import { columnMask } from "./predicates/column-mask.ts";
import { conditionMask } from "./predicates/condition-mask.ts";
import type { Segments } from "./segments.ts";
import { sessionNumbers, sessionsOf, type SessionCuts, type Sessions } from "./sessions.ts";
import { purchasesAmong, stagesByRules, stagesOf } from "./stages.ts";
import type { TouchRules } from "./touch-rules.ts";
import { unknownColumn } from "./unknown-column.ts";

/** What a journey is made of. */
export interface Origin {
  lines: readonly MappedLine[];
  attributes: readonly MappedAttributes[];
  timezone: string;
  weekStart: number;
  touches: TouchRules;
}

/** What of a journey is known of its customers beside their events. */
export interface Knowledge {
  /** Whose each id is, where customers have several. */
  known: KnownIds | null;
  /** Attributes count as they were known before this time. */
  before?: number;
}

/** A journey over the index. What is not in the index is gathered from the tables when first asked for, and kept. */
export class IndexedJourney implements Journey {
  readonly rows: number;
  readonly customers: number;
  readonly offsets: Uint32Array;
  readonly time: Float64Array;
  readonly row: Uint32Array;
  readonly table: Uint8Array;
  readonly window: [number, number];
  declare readonly weights?: Uint32Array;
  readonly memberships: Memberships = new Map();
  readonly origin: Origin;

  private readonly index: EventIndex;
  private readonly ids: readonly string[];
  private readonly known: KnownIds | null;
  private readonly knownBefore: number;
  private readonly codes = new Cache<Codes>();
  private readonly numbers = new Cache<Numbers>();
  private readonly columns = new Cache<Column>();
  private readonly attributeRowsKept = new Cache<Int32Array>(8);
  private readonly sessionsKept = new Cache<Sessions>(1);
  private readonly periods = new Cache<Int32Array>();
  private readonly masks = new Cache<Uint8Array>(16);
  private readonly making = new Set<MadeColumn>();
  private readonly placesKept = new Cache<ReadonlyMap<string, number>>();

  constructor(origin: Origin, index: EventIndex, ids: readonly string[], window: [number, number], { known, before }: Knowledge) {
    this.origin = origin;
    this.index = index;
    this.ids = ids;
    this.window = window;
    this.known = known;
    this.knownBefore = before ?? Infinity;
    this.rows = index.rows;
    this.customers = index.customers;
    this.offsets = index.offsets;
    this.time = index.time;
    this.row = index.row;
    this.table = index.table;
  }

  has(role: Role): boolean {
    return this.origin.lines.some(({ line }) => line[role] !== undefined);
  }

  code(role: Role): Codes {
    return this.codes.get(role, () => {
      if (role === "customer") return { codes: this.eventCustomers(), dictionary: [...this.ids] };
      return roleCodes(this.index, this.origin.lines, role);
    });
  }

  value(role: Role): Numbers {
    return this.numbers.get(role, () => (role === "time" ? { values: this.time } : roleNumbers(this.index, this.origin.lines, role)));
  }

  sessions(): Sessions {
    return this.sessionsKept.get("", () => sessionsOf(this.index, this.origin.touches.gapMs, this.sessionCuts()));
  }

  scales(): Codes {
    return this.codes.get("scales", () => {
      const dictionary = ["nps", "csat", "ces"];
      const ofLine = this.origin.lines.map(({ line }) => (line.score === undefined ? -1 : dictionary.indexOf(line.scale ?? "")));
      return { codes: Int32Array.from(this.table, (line) => ofLine[line]!), dictionary };
    });
  }

  /** What ends sessions beside a pause. */
  sessionCuts(): SessionCuts {
    const { splitAtMidnight, splitOnCampaign, apart } = this.origin.touches;
    return {
      ...(splitAtMidnight ? { days: this.local("day") } : {}),
      ...(splitOnCampaign ? { campaigns: this.code("campaign").codes } : {}),
      ...(apart.length > 0 ? { apart: this.apartFrom("session", () => this.mask(apart)) } : {}),
    };
  }

  /** Which events are purchases, told by their names. */
  purchases(): Uint8Array {
    const { codes, dictionary } = this.code("event");
    const isPurchase = purchasesAmong(dictionary);
    const found = new Uint8Array(this.rows);
    for (let event = 0; event < found.length; event++) found[event] = isPurchase[codes[event]! + 1]!;
    return found;
  }

  stages(): Codes {
    return this.codes.get("stages", () => {
      const { stages } = this.origin.touches;
      const event = this.code("event");
      if (stages.length === 0) return stagesOf(this.index, event, this.code("channel"));
      const masks = this.apartFrom("stage", () => stages.map(({ where }) => this.mask(where)));
      return stagesByRules(this.index, stages, { event, masks, nps: this.npsAnswers() });
    });
  }

  property(name: string): Column {
    return this.columns.get(`event ${name}`, () => {
      const meaning = meaningOf(name, this.origin.lines, this.origin.attributes);
      if ("made" in meaning) return this.madeColumn(meaning.made);
      if ("role" in meaning) return this.roleColumn(meaning.role);
      if ("from" in meaning) return tableColumn(this.index, this.origin.lines, meaning.from, meaning.column);
      return pickRows(this.attribute(name), this.eventCustomers(), meaning.column);
    });
  }

  get sources(): readonly string[] {
    return this.origin.lines.map(({ line }) => line.from);
  }

  get attributes(): readonly string[] {
    return attributeNames(this.origin.attributes);
  }

  attribute(name: string, asOf = Infinity): Column {
    if (name === "customer") return this.columns.get(name, () => this.customerColumn());
    return this.columns.get(`customer ${asOf} ${name}`, () => {
      const { attributes } = this.origin;
      const found = attributeNamed(name, attributes);
      if (found === null) throw unknownColumn(name, "the customers' attributes", columnNames([], attributes));
      const source = attributes[found.attribute]!;
      const known = { until: asOf, before: this.knownBefore };
      const rows = this.attributeRowsKept.get(`${found.attribute} ${asOf}`, () =>
        attributeRows(source, (idColumn, ids) => this.customersOf(idColumn, ids), this.customers, known),
      );
      return attributeColumn(source, found.column, rows);
    });
  }

  mask(conditions: readonly Condition[]): Uint8Array {
    if (conditions.length === 0) return this.masks.get("", () => new Uint8Array(this.rows).fill(1));
    return conditionMask(conditions, this.rows, (condition) => this.leaf(condition));
  }

  local(grain: Grain): Int32Array {
    return this.periods.get(grain, () => localPeriods(grain, this.time, this.origin.timezone, this.origin.weekStart));
  }

  before(time: number): Journey {
    const { index, kept } = earlier(this.index, time);
    const [from, to] = this.window;
    const end = Math.max(from, Math.min(to, time));
    const ids = Array.from(kept, (customer) => this.ids[customer]!);
    const part = new IndexedJourney(this.origin, index, ids, [from, end], {
      known: this.knownOf(kept),
      before: Math.min(this.knownBefore, time),
    });
    const { weights, memberships } = this;
    return Object.create(part, {
      memberships: { value: memberships },
      ...(weights === undefined ? {} : { weights: { value: kept.map((customer) => weights[customer]!) } }),
    }) as Journey;
  }

  groups(by: string | Segments): Groups {
    if (typeof by !== "string") return groupsOfSegments(by, this.places());
    if (by === "customer" || attributeNamed(by, this.origin.attributes) !== null)
      return groupsOfColumn(this.attribute(by), (customer) => customer, this.customers);
    return groupsOfColumn(this.property(by), (customer) => this.offsets[customer]!, this.customers);
  }

  private leaf(condition: ColumnCondition | MembershipCondition): Uint8Array {
    if ("column" in condition) {
      return this.masks.get(JSON.stringify(condition), () => columnMask(this.property(condition.column), this.rows, condition, this.origin.timezone));
    }
    const members = membersOf(condition, this.memberships, this.places());
    const mask = new Uint8Array(this.rows);
    for (let customer = 0; customer < this.customers; customer++) {
      if (members[customer] === 1) mask.fill(1, this.offsets[customer], this.offsets[customer + 1]);
    }
    return mask;
  }

  private roleColumn(role: Role): Column {
    if (role === "time") return { name: role, type: "time", values: this.time };
    if (numberRoles.includes(role)) return { name: role, type: "number", ...this.value(role) };
    const { codes, dictionary } = this.code(role);
    const valid = presence(codes, (code) => code < 0);
    return { name: role, type: "text", values: codes, dictionary, ...(valid === undefined ? {} : { valid }) };
  }

  /** What the journey's own rules make of each event: its stage, or the number of its session among the customer's. */
  private madeColumn(name: MadeColumn): Column {
    if (this.making.has(name)) {
      throw new UserError(`The rules for the ${name} ask for the ${name} itself.`, `Use another column in the rules that make the ${name}.`);
    }
    if (name === "session") {
      const values = sessionNumbers(this.index, this.sessions());
      const valid = presence(values, (number) => number === 0);
      return { name, type: "integer", values, ...(valid === undefined ? {} : { valid }) };
    }
    const { codes, dictionary } = this.stages();
    const valid = presence(codes, (code) => code < 0);
    return { name, type: "text", values: codes, dictionary, ...(valid === undefined ? {} : { valid }) };
  }

  /** Works out what a made column is made of, which may not ask for that column. */
  private apartFrom<T>(name: MadeColumn, work: () => T): T {
    this.making.add(name);
    try {
      return work();
    } finally {
      this.making.delete(name);
    }
  }

  /** The answers to NPS per event, NaN elsewhere; null where no line has them. */
  private npsAnswers(): Float64Array | null {
    const { codes, dictionary } = this.scales();
    const nps = dictionary.indexOf("nps");
    return codes.includes(nps) ? this.value("score").values.map((score, event) => (codes[event] === nps ? score : NaN)) : null;
  }

  private customerColumn(): Column {
    return { name: "customer", type: "text", role: "customer", values: Int32Array.from(this.ids, (_, place) => place), dictionary: [...this.ids] };
  }

  /** The customers of a column's ids; −1 for those unknown. */
  private customersOf(column: string, ids: readonly string[]): Int32Array {
    if (this.known !== null) return this.known.of(column, ids);
    const places = this.places();
    return Int32Array.from(ids, (id) => places.get(id) ?? -1);
  }

  /** Whose each id is, among some of the customers. */
  private knownOf(kept: Uint32Array): KnownIds | null {
    if (this.known === null) return null;
    const places = new Int32Array(this.customers).fill(-1);
    for (let place = 0; place < kept.length; place++) places[kept[place]!] = place;
    return this.known.renumbered(places);
  }

  /** The customer of each event. */
  private eventCustomers(): Int32Array {
    const customers = new Int32Array(this.rows);
    for (let customer = 0; customer < this.customers; customer++) customers.fill(customer, this.offsets[customer], this.offsets[customer + 1]);
    return customers;
  }

  private places(): ReadonlyMap<string, number> {
    return this.placesKept.get("", () => new Map(this.ids.map((id, place) => [id, place])));
  }
}
