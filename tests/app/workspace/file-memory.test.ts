import { expect, test } from "vitest";
import { fileIdentity } from "../../../src/app/workspace/file-identity.ts";
import { FileMemory } from "../../../src/app/workspace/file-memory.ts";
import { FileShelf } from "../../../src/app/workspace/file-shelf.ts";

const given = (name: string, content: string) => ({ name, file: new File([content], name) });

async function remembering(...names: [string, string][]): Promise<FileMemory> {
  const memory = new FileMemory(new FileShelf());
  const identities = await Promise.all(names.map(([name, content]) => fileIdentity(name, new File([content], name))));
  memory.restore(identities.filter((identity) => identity !== null));
  return memory;
}

test("FileMemory.recognised gives a file that is known by another name the name that is missing", async () => {
  const memory = await remembering(["orders.csv", "a,b\n1,2\n"]);
  const [file] = await memory.recognised([given("orders (1).csv", "a,b\n1,2\n")], ["orders.csv"]);
  expect([file!.name, file!.file.name]).toEqual(["orders.csv", "orders (1).csv"]);
});

test("FileMemory.recognised leaves a file with another content, and one that has the name, as it is", async () => {
  const memory = await remembering(["orders.csv", "a,b\n1,2\n"]);
  const names = async (name: string, content: string) => (await memory.recognised([given(name, content)], ["orders.csv"]))[0]!.name;
  expect(await names("other.csv", "a,b\n9,9\n")).toBe("other.csv");
  expect(await names("orders.csv", "anything")).toBe("orders.csv");
});

test("FileMemory.recognised gives a missing name to one file only", async () => {
  const memory = await remembering(["orders.csv", "same"]);
  const found = await memory.recognised([given("x.csv", "same"), given("y.csv", "same")], ["orders.csv"]);
  expect(found.map(({ name }) => name)).toEqual(["orders.csv", "y.csv"]);
});

test("fileIdentity tells files apart that differ at their ends, and is null where a file cannot be read", async () => {
  const long = "x".repeat(200_000);
  const [a, b] = await Promise.all([fileIdentity("a", new Blob([`${long}1`])), fileIdentity("a", new Blob([`${long}2`]))]);
  expect(a!.hash).not.toBe(b!.hash);
  const broken = {
    size: 3,
    slice: () => {
      throw new DOMException("gone", "NotReadableError");
    },
  } as unknown as Blob;
  expect(await fileIdentity("a", broken)).toBeNull();
});
