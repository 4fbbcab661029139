import type { DataTable } from "../../data/data-table.ts";
import type { Column, ColumnValues } from "../../schema/column.ts";
import { isDataTable, type Kept } from "./store.ts";

const arrays = { Float64Array, Int32Array, Uint32Array, Uint16Array, Uint8Array } as const;

/** Where an array's bytes lie after the header. */
interface Place {
  array: keyof typeof arrays;
  at: number;
  length: number;
}
type ColumnHead = Omit<Column, "values" | "valid"> & { values: Place; valid?: Place };
type TableHead = Omit<DataTable, "columns" | "selection"> & { columns: ColumnHead[]; selection?: Place };
interface Head {
  value?: TableHead;
  tables: Record<string, TableHead>;
}

class Layout {
  readonly parts: BlobPart[] = [];
  private size = 0;

  place(values: ColumnValues): Place {
    const place: Place = { array: values.constructor.name as Place["array"], at: this.size, length: values.length };
    const padding = -values.byteLength & 7;
    this.parts.push(values as ColumnValues & ArrayBufferView<ArrayBuffer>, new Uint8Array(padding));
    this.size += values.byteLength + padding;
    return place;
  }

  table({ columns, selection, ...rest }: DataTable): TableHead {
    const heads = columns.map(({ values, valid, ...column }) => ({
      ...column,
      values: this.place(values),
      ...(valid === undefined ? {} : { valid: this.place(valid) }),
    }));
    return { ...rest, columns: heads, ...(selection === undefined ? {} : { selection: this.place(selection) }) };
  }
}

/**
 * An output whose value is a table, or that has none, as bytes that bring it back exactly; null for any other.
 *
 * The length of a JSON header (8 bytes, little end first), the header, and the raw buffers, each at a multiple of 8 bytes.
 */
export function snapshotOf({ value, tables }: Kept): Blob | null {
  if (value !== undefined && !isDataTable(value)) return null;
  const layout = new Layout();
  const head: Head = {
    tables: Object.fromEntries(Object.entries(tables).map(([name, table]) => [name, layout.table(table)])),
    ...(value === undefined ? {} : { value: layout.table(value) }),
  };
  const text = new TextEncoder().encode(JSON.stringify(head));
  const length = new DataView(new ArrayBuffer(8));
  length.setUint32(0, text.length, true);
  return new Blob([length, text, new Uint8Array(-text.length & 7), ...layout.parts]);
}

/** The output a snapshot was made of. */
export async function fromSnapshot(snapshot: Blob): Promise<Kept> {
  const bytes = await snapshot.arrayBuffer();
  const length = new DataView(bytes).getUint32(0, true);
  const start = 8 + length + (-length & 7);
  const { value, tables } = JSON.parse(new TextDecoder().decode(new Uint8Array(bytes, 8, length))) as Head;
  const values = ({ array, at, length }: Place) => new arrays[array](bytes, start + at, length);
  const table = ({ columns, selection, ...rest }: TableHead) => ({
    ...rest,
    columns: columns.map(({ values: place, valid, ...column }): Column => ({
      ...column,
      values: values(place),
      ...(valid === undefined ? {} : { valid: values(valid) as Uint8Array }),
    })),
    ...(selection === undefined ? {} : { selection: values(selection) as Uint32Array }),
  });
  return {
    tables: Object.fromEntries(Object.entries(tables).map(([name, head]) => [name, table(head)])),
    ...(value === undefined ? {} : { value: table(value) }),
  };
}
