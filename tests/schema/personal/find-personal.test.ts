import { describe, expect, test } from "vitest";
import { findPersonal } from "../../../src/schema/personal/find-personal.ts";
import { isCardNumber } from "../../../src/schema/personal/is-card-number.ts";
import { isIban } from "../../../src/schema/personal/is-iban.ts";
import { redact } from "../../../src/schema/personal/redact.ts";

describe("what a text says about persons", () => {
  test.each([
    ["write to Uwe.Urban3@Example.Org today", "e-mail"],
    ["+49 30 23125 000", "phone"],
    ["0049 30 23125001", "phone"],
    ["call 030/23125-001", "phone"],
    ["call (415) 555-2671 now", "phone"],
    // The examples of ISO 13616's registry for Germany and the United Kingdom.
    ["DE89 3704 0044 0532 0130 00", "iban"],
    ["GB29NWBK60161331926819", "iban"],
    // The test number that card schemes publish.
    ["4111 1111 1111 1111", "card"],
    ["from 192.168.10.24", "ip address"],
    ["2001:db8::8a2e:370:7334", "ip address"],
    ["https://shop.example/reset?user=4711", "link"],
    // A United States number of a published specimen, and a Swiss one of the register's handbook.
    ["078-05-1120", "national id"],
    ["756.9217.0769.85", "national id"],
    ["12345678Z", "national id"],
    ["52.52437, 13.41053", "coordinates"],
    ["Dear Ms Novak, thank you", "name"],
    ["Kind regards, Ida", "name"],
  ])("%s", (text, type) => {
    expect(findPersonal(text).map((found) => found.type)).toEqual([type]);
  });

  test.each([
    "H-100001",
    "1704106803000",
    "20240101120003",
    "2024-01-01 12:00:03",
    "01.02.2024 10:15",
    "12/1/2024 01:25",
    "2024-11-23T05:50:12.123Z",
    "85123A",
    "4006381333931",
    "1,492,768.99",
    "16.90",
    "version 1.2.3",
    "Stock pot, 5 l",
    "12:00:03",
    "https://shop.example/pots",
    "Dear customer, we are here",
    "Hi there, thanks for the pan",
  ])("%s is nobody's", (text) => {
    expect(findPersonal(text)).toEqual([]);
  });

  test("marks stand where something was, and the rest stays", () => {
    expect(redact("Dear Ida, call +49 30 23125 000 or ida@mail.example.")).toEqual({
      text: "Dear [name removed], call [phone removed] or [e-mail removed].",
      types: ["name", "phone", "e-mail"],
    });
    expect(redact("nothing here")).toEqual({ text: "nothing here", types: [] });
  });

  test("a wrong check digit is no card and no account", () => {
    expect(isCardNumber("4111111111111112")).toBe(false);
    expect(isIban("DE89370400440532013001")).toBe(false);
  });
});
