import { expect, test } from "vitest";
import { reachWords, type Standing } from "../../../src/app/reach/reach-words.ts";

const onDisk: Standing = { host: null, policies: ["default-src 'none'"], asksHost: false, isKept: false, shared: null };
const words = (standing: Partial<Standing>): string =>
  reachWords({ ...onDisk, ...standing })
    .map(({ text }) => text)
    .join(" ");

test("reachWords names a host only where the page came from one, and says where its code has to be relied on", () => {
  expect(words({})).not.toContain("rely");
  const hosted = words({ host: "example.org", asksHost: true });
  expect(hosted).toContain("Only example.org");
  expect(hosted).toContain("you rely on its code");
  expect(words({ host: "example.org" })).toContain("which saw you fetch it");
});

test("reachWords promises nothing of a page without a policy", () => {
  expect(words({ policies: [] })).toContain("Anywhere");
  expect(words({ policies: [] })).not.toContain("sends nothing");
});

test("reachWords tells of offline use only where the browser keeps the page", () => {
  expect(words({ host: "example.org", asksHost: true, isKept: true })).toContain("works offline");
  expect(words({ host: "example.org", asksHost: true })).not.toContain("works offline");
});
