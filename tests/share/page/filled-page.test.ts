import { expect, test } from "vitest";
import { filledPage } from "../../../src/share/page/filled-page.ts";

test("a page is its template with each part in its place, whatever signs the parts hold", () => {
  const template = "<a {{policy}}><b>{{style}}</b>{{notebook}}<c>{{script}}</c>{{data}}</a>";
  // By hand: "$&" and "{{data}}" mean something to a replacement, and must not here.
  const parts = { policy: "p", style: "$&", notebook: "{{data}}", script: "s$1", data: "d" };
  expect(filledPage(template, parts).join("")).toBe("<a p><b>$&</b>{{data}}<c>s$1</c>d</a>");
});
