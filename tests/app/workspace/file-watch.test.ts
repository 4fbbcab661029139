import { beforeAll, expect, test, vi } from "vitest";
import type { FileWatch as Watch } from "../../../src/app/workspace/file-watch.ts";
import { FileShelf } from "../../../src/app/workspace/file-shelf.ts";
import { Notices } from "../../../src/app/workspace/notices.ts";

let FileWatch: typeof Watch;

beforeAll(async () => {
  // Which pickers there are is asked of the browser's window as soon as the file is loaded.
  vi.stubGlobal("window", {});
  ({ FileWatch } = await import("../../../src/app/workspace/file-watch.ts"));
});

const file = (content: string, lastModified: number): File => new File([content], "orders.csv", { lastModified });

/** A file as it was read, at a handle that gives what is asked for. */
function watching(getFile: () => Promise<File>) {
  const files = new FileShelf();
  const notices = new Notices();
  const read = file("a\n1\n", 1);
  files.add([{ name: "orders.csv", file: read, handle: { getFile } as unknown as FileSystemFileHandle }]);
  return { files, notices, watch: new FileWatch(files, notices), read };
}

test("FileWatch.check tells of a file that changed on disk once, and reads it again when asked", async () => {
  const now = file("a\n1\n2\n", 2);
  const { files, notices, watch } = watching(() => Promise.resolve(now));
  await watch.check();
  expect(notices.current?.text).toBe("orders.csv was changed on disk since it was read. What is shown is from before.");
  await watch.readAgain(files.files);
  expect(files.files[0]!.file).toBe(now);
  notices.dismiss();
  await watch.check();
  expect(notices.current).toBeNull();
});

test("FileWatch.check says that a file is gone, and nothing of one that may not be read or is the same", async () => {
  const gone = watching(() => Promise.reject(new DOMException("", "NotFoundError")));
  await gone.watch.check();
  expect(gone.notices.current?.text).toContain("moved or deleted");
  gone.notices.dismiss();
  const revoked = watching(() => Promise.reject(new DOMException("", "NotAllowedError")));
  await revoked.watch.check();
  expect(revoked.notices.current).toBeNull();
  const same = watching(() => Promise.resolve(file("a\n1\n", 1)));
  await same.watch.check();
  expect(same.notices.current).toBeNull();
});
