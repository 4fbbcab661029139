import { expect, test } from "vitest";
import { joinedLines, journeyIn, knownTogether, listed } from "../../../src/app/workspace/first-lines.ts";
import { openNotebook } from "../../../src/notebook/open.ts";
import type { JsonRecord } from "../../../src/schema/json.ts";

const line = (table: string, params: JsonRecord) => ({ kind: "journey", table, suggestion: { params, why: "", confidence: 1 } });

test("joinedLines(before, lines) keeps the lines there are and adds those of each table, parameter by parameter", () => {
  const lines = [line("web", { events: [2] }), line("crm", { attributes: [3] }), line("mail", { events: [4] })];
  expect(joinedLines({ events: [1], window: ["2025-01-01", null] }, lines)).toEqual({ events: [1, 2, 4], attributes: [3] });
});

test("journeyIn(notebook) is its first journey, or null", () => {
  const text = "```cell journey all\nevents:\n```\n\n```cell journey some\nevents:\n```\n";
  expect(journeyIn(openNotebook(`---\nformat: 1\n---\n\n${text}`).notebook)?.name).toBe("all");
  expect(journeyIn(openNotebook("---\nformat: 1\n---\n").notebook)).toBeNull();
});

test("listed(names) puts commas and an and between names", () => {
  expect([listed([]), listed(["a"]), listed(["a", "b"]), listed(["a", "b", "c"])]).toEqual(["", "a", "a and b", "a, b and c"]);
});

test("knownTogether(before, lines) leaves out who is known by e-mail only where others have numbers", () => {
  const orders = line("orders", { events: [{ from: "orders", customer: "customer_id" }] });
  const tickets = line("tickets", { events: [{ from: "tickets", customer: "customer_email" }] });
  expect(knownTogether({}, [orders, tickets])).toEqual({ lines: [orders], strangers: [tickets] });
  expect(knownTogether(orders.suggestion.params, [tickets])).toEqual({ lines: [], strangers: [tickets] });
  expect(knownTogether({}, [tickets])).toEqual({ lines: [tickets], strangers: [] });
});
