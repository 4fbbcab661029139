import { expect, test } from "vitest";
import { customerColumns } from "../../../../src/app/workspace/sharing/customer-columns.ts";
import { openNotebook } from "../../../../src/notebook/open.ts";

test("the columns taken for the customer are those of every line, whatever cell they stand in", () => {
  const text = [
    "---",
    "format: 1",
    "---",
    "",
    "```cell journey customers",
    "events:",
    '  - {"from":"paid","customer":"customer_id","time":"at","event":"=purchase"}',
    '  - {"from":"web","customer":["user_id","cookie"],"time":"ts","event":"name"}',
    "attributes:",
    '  - {"from":"crm","customer":"id","columns":["country"]}',
    "```",
    "",
  ].join("\n");
  expect(customerColumns(openNotebook(text).notebook)).toEqual(["customer_id", "user_id", "cookie", "id"]);
});
