import { expect, test } from "vitest";
import { sharedPolicy } from "../../../src/share/page/shared-policy.ts";

const built =
  "default-src 'none'; script-src 'sha256-a=' 'unsafe-eval'; worker-src blob: 'self'; connect-src data: 'self'; manifest-src 'self'; base-uri 'none'";

test("a shared page's policy has no host in it, and is else the built page's", () => {
  // By hand.
  expect(sharedPolicy(built)).toBe("default-src 'none'; script-src 'sha256-a=' 'unsafe-eval'; worker-src blob:; connect-src data:; base-uri 'none'");
});

test("a copy of a copy has the same policy", () => {
  expect(sharedPolicy(sharedPolicy(built))).toBe(sharedPolicy(built));
});
