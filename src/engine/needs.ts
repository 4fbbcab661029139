/** Thrown to whoever asked about an output that the worker no longer has, nor the page as a snapshot: run the cells of these keys again. */
export class Needs extends Error {
  override readonly name = "Needs";

  constructor(readonly keys: readonly string[]) {
    super("The worker does not have what was asked for any more.");
  }
}
