import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readFile } from "../../../src/data/read/read-file.ts";
import { missingCount } from "../../../src/schema/missing.ts";
import { scalarAt } from "../../../src/schema/scalar.ts";
import { columnOf } from "../../../src/schema/table.ts";

const shared = new URL("../../../../shared/data/", import.meta.url);
const absent = !existsSync(shared);

/** What a file holds: its rows, its columns as "name:type", what is missing, a value at a row, and what must be asked. */
interface Held {
  rows: number;
  columns: string;
  missing?: Record<string, number>;
  values?: readonly (readonly [column: string, row: number, value: unknown])[];
  asks?: readonly string[];
}

const utc = (text: string) => Date.parse(`${text}Z`);
const survey =
  "Timestamp:time,On a scale of 0-10, how would you rate Sudzilla?:integer,...why?:text,On a scale of 0-10, how would you rate the opening keynote?:integer,On a scale of 0-10, how would you rate the closing keynote?:integer";

// Rows and oddities: the data's README; names, types and values: the files' first lines, read by eye, and Python's csv module.
const files: Record<string, Held> = {
  "ab/cookie_cats.csv": {
    rows: 90_189,
    columns: "userid:integer,version:text,sum_gamerounds:integer,retention_1:boolean,retention_7:boolean",
    values: [
      ["retention_1", 1, true],
      ["version", 2, "gate_40"],
    ],
  },
  "ab/cookie_cats_bom.csv": {
    rows: 90_189,
    columns: "userid:integer,version:text,sum_gamerounds:integer,retention_1:boolean,retention_7:boolean",
    values: [["userid", 0, 116]],
  },
  "ab/hillstrom.csv": {
    rows: 64_000,
    columns:
      "recency:integer,history_segment:text,history:number,mens:integer,womens:integer,zip_code:text,newbie:integer,channel:text,segment:text,visit:integer,conversion:integer,spend:number",
    values: [
      ["history_segment", 0, "2) $100 - $200"],
      ["history", 1, 329.08],
    ],
  },
  "attribution/path_data.csv": {
    rows: 10_000,
    columns: "path:text,total_conversions:integer,total_conversion_value:number,total_null:integer",
    values: [
      ["path", 0, "eta > iota > alpha > eta"],
      ["total_conversion_value", 1, 3.195],
    ],
  },
  "cdnow/CDNOW_master.txt": {
    rows: 69_659,
    columns: "customer_id:text,date:time,number_of_cds:integer,dollar_value:number",
    values: [
      ["customer_id", 0, "00001"],
      ["date", 1, utc("1997-01-12T00:00")],
      ["dollar_value", 2, 77],
    ],
  },
  "cdnow/CDNOW_sample.txt": {
    rows: 6919,
    columns: "column_1:text,column_2:text,column_3:time,column_4:integer,column_5:number",
    values: [
      ["column_2", 0, "0001"],
      ["column_3", 3, utc("1997-12-12T00:00")],
      ["column_5", 0, 29.33],
    ],
  },
  "cdnow/cdnow_customers_summary.csv": {
    rows: 2357,
    columns: "ID:integer,frequency:integer,recency:number,T:number",
    values: [["recency", 0, 30.43]],
  },
  "cdnow/cdnow_customers_summary_with_transactions.csv": {
    rows: 2357,
    columns: "ID:integer,x:integer,t_x:number,T:number,zbar:number",
    values: [["zbar", 0, 22.35]],
  },
  "clickstream/ecom.csv.gz": {
    rows: 31_106,
    columns: "user_id:text,session_id:text,event:text,timestamp:time,platform:text,acquisition_channel:text,user_cohort:text,user_lifecycle:text",
    values: [
      ["timestamp", 0, utc("2024-03-13T10:21:14")],
      ["user_cohort", 0, "2024-01"],
    ],
  },
  "eventlogs/bpic2012.csv.gz": {
    rows: 262_200,
    columns: "case_id:integer,activity:text,lifecycle:text,timestamp:time,resource:integer,amount_req:integer",
    values: [
      ["timestamp", 1, utc("2011-09-30T22:38:44.880")],
      ["activity", 1, "A_PARTLYSUBMITTED"],
    ],
  },
  "eventlogs/receipt.csv": {
    rows: 8577,
    columns:
      "case:channel:text,case:concept:name:text,case:deadline:time,case:department:text,case:enddate:time,case:enddate_planned:time,case:group:text,case:responsible:text,case:startdate:time,concept:instance:text,concept:name:text,lifecycle:transition:text,org:group:text,org:resource:text,time:timestamp:time",
    values: [
      ["time:timestamp", 0, utc("2011-10-11T11:45:40.276")],
      ["time:timestamp", 2, utc("2011-11-24T14:36:51.302")],
    ],
  },
  "eventlogs/running-example.csv": {
    rows: 42,
    columns:
      "column_1:integer,concept:name:text,org:resource:text,time:timestamp:time,Activity:text,Resource:text,Costs:integer,case:concept:name:integer,case:creator:text",
    values: [["time:timestamp", 0, utc("2010-12-30T13:32")]],
  },
  "eventlogs/running_example.csv": {
    rows: 42,
    columns: "case_id:integer,activity:text,timestamp:time,costs:integer,org:resource:text",
    values: [
      ["timestamp", 0, utc("2010-12-30T13:32")],
      ["costs", 1, 400],
    ],
  },
  "eventlogs/sepsis.csv.gz": {
    rows: 15_214,
    columns: "case_id:text,activity:text,lifecycle:text,resource:text,timestamp:time,age:integer,diagnose:text",
    values: [
      ["timestamp", 0, utc("2014-10-22T11:15:41")],
      ["age", 0, 85],
      ["age", 1, null],
    ],
  },
  "nps/nps_benavent.csv": {
    rows: 13_954,
    columns:
      "column_1:integer,id:integer,nps:integer,satisfaction:integer,intention:integer,explication:text,NbPassageKS:integer,CaTicket:number,t:integer",
    missing: { explication: 10_115, nps: 342 },
    values: [["explication", 1, "Il y a très peu de caisse ouverte et le délai d'attente est particulièrement long!!!!"]],
  },
  "nps/preppin_sudzilla_input_01.csv": { rows: 39, columns: survey, asks: ["Timestamp"], values: [["...why?", 0, "Bad service"]] },
  "nps/preppin_sudzilla_input_02.csv": { rows: 39, columns: survey, values: [["Timestamp", 0, utc("2019-11-01T08:51:12.402")]] },
  "online_retail/online_retail_full.csv.gz": {
    rows: 541_909,
    columns: "InvoiceNo:text,StockCode:text,Description:text,Quantity:integer,InvoiceDate:time,UnitPrice:number,CustomerID:integer,Country:text",
    missing: { CustomerID: 135_080 },
    values: [
      ["StockCode", 0, "85123A"],
      ["InvoiceDate", 0, utc("2010-12-01T08:26")],
    ],
  },
  "online_retail/online_retail_head_latin1_mdY.csv": {
    rows: 20_032,
    columns: "InvoiceNo:text,StockCode:text,Description:text,Quantity:integer,InvoiceDate:time,UnitPrice:number,CustomerID:integer,Country:text",
    values: [["InvoiceDate", 0, utc("2010-12-01T08:26")]],
  },
  "survival/dd.csv": {
    rows: 1808,
    columns:
      "ctryname:text,cowcode2:integer,politycode:number,un_region_name:text,un_continent_name:text,ehead:text,leaderspellreg:text,democracy:text,regime:text,start_year:integer,duration:integer,observed:integer",
    values: [
      ["politycode", 0, 700],
      ["start_year", 1, 1953],
    ],
  },
  "survival/gbsg2.csv": {
    rows: 686,
    columns:
      "horTh:boolean,age:integer,menostat:text,tsize:integer,tgrade:text,pnodes:integer,progrec:integer,estrec:integer,time:integer,cens:integer",
    values: [
      ["horTh", 1, true],
      ["time", 0, 1814],
    ],
  },
  "survival/larynx.csv": {
    rows: 90,
    columns: "time:number,age:integer,death:integer,Stage_II:integer,Stage_III:integer,Stage_IV:integer",
    values: [["time", 1, 1.3]],
  },
  "survival/lung.csv": {
    rows: 228,
    columns:
      "inst:number,time:integer,status:integer,age:integer,sex:integer,ph.ecog:number,ph.karno:number,pat.karno:number,meal.cal:number,wt.loss:number",
    values: [
      ["inst", 0, 3],
      ["wt.loss", 0, null],
    ],
  },
  "survival/rossi.csv": {
    rows: 432,
    columns: "week:integer,arrest:integer,fin:integer,age:integer,race:integer,wexp:integer,mar:integer,paro:integer,prio:integer",
    values: [["week", 3, 52]],
  },
  "survival/waltons_dataset.csv": { rows: 163, columns: "T:number,E:integer,group:text", values: [["group", 0, "miR-137"]] },
  "telco/Telco-Customer-Churn.csv": {
    rows: 7043,
    columns:
      "customerID:text,gender:text,SeniorCitizen:integer,Partner:boolean,Dependents:boolean,tenure:integer,PhoneService:boolean,MultipleLines:text",
    missing: { TotalCharges: 11 },
    values: [
      ["Churn", 2, true],
      ["TotalCharges", 1, 1889.5],
    ],
  },
  // A list of numbers stays text; the first column holds emoticons, quotes and all.
  "text/vader_lexicon.txt": {
    rows: 7520,
    columns: "column_1:text,column_2:number,column_3:number,column_4:text",
    values: [
      ["column_1", 0, "$:"],
      ["column_2", 0, -1.5],
      ["column_4", 0, "[-1, -1, -1, -1, -3, -1, -3, -1, -2, -1]"],
    ],
  },
};

describe.skipIf(absent)(`every real file with no option set${absent ? " (skipped: ../shared/data is not there)" : ""}`, () => {
  test.each(Object.entries(files))("readFile of %s", { timeout: 30_000 }, async (path, { rows, columns, missing = {}, values = [], asks = [] }) => {
    const name = path.slice(path.indexOf("/") + 1);
    const blob = new Blob([readFileSync(new URL(path, shared))]);
    const { table, columns: reports, bad, leftOut } = await readFile({ name, blob, modified: 0 }, { zone: "UTC" }, () => undefined);
    expect(table.rows).toBe(rows);
    const described = table.columns.map((column) => `${column.name}:${column.type}`).join(",");
    expect(described.slice(0, columns.length)).toBe(columns);
    for (const [column, count] of Object.entries(missing)) expect(missingCount(columnOf(table, column)!)).toBe(count);
    for (const [column, row, value] of values) expect(scalarAt(columnOf(table, column)!, row)).toBe(value);
    expect(reports.filter(({ dates, numbers }) => dates?.decided === false || numbers?.decided === false).map((report) => report.name)).toEqual(asks);
    expect([bad, leftOut]).toEqual([[], {}]);
  });
});
