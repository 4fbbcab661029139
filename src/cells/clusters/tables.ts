import { wilson } from "../../analysis/intervals/wilson.ts";
import { ratioInterval } from "../../analysis/segments/ratio-interval.ts";
import type { Journey } from "../../journey/journey.ts";
import type { Column } from "../../schema/column.ts";
import { codedColumn, flagColumn, integerColumn, numberColumn, textColumn } from "../../schema/made-columns.ts";
import type { Table } from "../../schema/table.ts";
import type { Choice } from "./choose.ts";
import { pathOf } from "./medoids.ts";

/** Values added up per customer, or null where no event has one. */
function valuesOf(journey: Journey): Float64Array | null {
  const { values } = journey.value("value");
  const sums = new Float64Array(journey.customers);
  let found = false;
  for (let customer = 0; customer < sums.length; customer++)
    for (let event = journey.offsets[customer]!; event < journey.offsets[customer + 1]!; event++) {
      if (Number.isNaN(values[event] ?? Number.NaN)) continue;
      sums[customer]! += values[event]!;
      found = true;
    }
  return found ? sums : null;
}

/** One row per cluster, the largest first. */
export function mainTable(journey: Journey, groups: readonly Uint8Array[], names: readonly string[], said: readonly string[], level: number): Table {
  const sizes = groups.map((set) => set.reduce((sum, meets) => sum + meets, 0));
  const bounds = sizes.map((size) => wilson(size, journey.customers, level));
  const values = valuesOf(journey);
  const shares = groups.map((set) =>
    values === null
      ? null
      : ratioInterval(
          values.map((value, customer) => value * set[customer]!),
          values,
          level,
        ),
  );
  const share = (name: string, key: "ratio" | "lower" | "upper", role: "rate" | "lower" | "upper") =>
    numberColumn(
      name,
      shares.map((found) => found?.[key] ?? Number.NaN),
      role,
    );
  return {
    rows: groups.length,
    unit: "group",
    columns: [
      textColumn("cluster", names),
      textColumn("name", said, "value"),
      integerColumn("customers", sizes, "customers"),
      numberColumn(
        "share",
        sizes.map((size) => size / journey.customers),
        "rate",
      ),
      numberColumn(
        "share_lower",
        bounds.map(({ lower }) => lower),
        "lower",
      ),
      numberColumn(
        "share_upper",
        bounds.map(({ upper }) => upper),
        "upper",
      ),
      ...(values === null
        ? []
        : [
            numberColumn(
              "value",
              groups.map((set) => values.reduce((sum, value, customer) => sum + value * set[customer]!, 0)),
            ),
            share("value_share", "ratio", "rate"),
            share("value_share_lower", "lower", "lower"),
            share("value_share_upper", "upper", "upper"),
          ]),
    ],
  };
}

/** One row per number of clusters tried. */
export function choiceTable({ fits, k, evenSilhouette }: Choice, customers: number): Table {
  return {
    rows: fits.length,
    unit: "group",
    columns: [
      integerColumn(
        "clusters",
        fits.map((fit) => fit.k),
        "dimension",
      ),
      integerColumn(
        "customers",
        fits.map(() => customers),
        "customers",
      ),
      numberColumn(
        "silhouette",
        fits.map((fit) => fit.silhouette),
      ),
      numberColumn(
        "calinski_harabasz",
        fits.map((fit) => fit.calinskiHarabasz),
      ),
      numberColumn(
        "stability",
        fits.map((fit) => fit.stability),
      ),
      numberColumn(
        "even_silhouette",
        fits.map((fit) => (fit.k === k ? evenSilhouette : Number.NaN)),
      ),
      flagColumn(
        "chosen",
        fits.map((fit) => fit.k === k),
      ),
    ],
  };
}

const customerColumn = (rows: Int32Array, ids: readonly string[]): Column => ({
  name: "customer",
  type: "text",
  role: "customer",
  values: rows,
  dictionary: [...ids],
});

/** One row per customer. */
export function assignmentTable(journey: Journey, labels: Int32Array, names: readonly string[]): Table {
  return {
    rows: journey.customers,
    unit: "customer",
    columns: [
      customerColumn(Int32Array.from(labels.keys()), journey.attribute("customer").dictionary!),
      codedColumn("cluster", labels.slice(), [...names]),
    ],
  };
}

/** One row per cluster: the customer nearest to its middle, and what they did. */
export function medoidsTable(journey: Journey, nearest: Int32Array, names: readonly string[]): Table {
  return {
    rows: nearest.length,
    unit: "customer",
    columns: [
      textColumn("cluster", names),
      customerColumn(nearest.slice(), journey.attribute("customer").dictionary!),
      textColumn(
        "journey",
        Array.from(nearest, (customer) => pathOf(journey, customer)),
        "verbatim",
      ),
    ],
  };
}
