/** What the benchmark uses of DuckDB, so that the project's types are checked where the benchmark's own packages are not installed. */
declare module "@duckdb/duckdb-wasm" {
  interface Rows {
    readonly numRows: number;
    toArray(): { toArray(): unknown[] }[];
  }
  export interface AsyncDuckDBConnection {
    query(sql: string): Promise<Rows>;
    insertArrowFromIPCStream(bytes: Uint8Array, options: { name: string; create?: boolean }): Promise<void>;
  }
  export enum DuckDBDataProtocol {
    BROWSER_FILEREADER = 2,
  }
  export class VoidLogger {
    log(entry: unknown): void;
  }
  export class AsyncDuckDB {
    constructor(logger: VoidLogger, worker: Worker);
    instantiate(module: string): Promise<void>;
    connect(): Promise<AsyncDuckDBConnection>;
    registerFileHandle(name: string, file: Blob, protocol: DuckDBDataProtocol, direct: boolean): Promise<void>;
    registerFileBuffer(name: string, bytes: Uint8Array): Promise<void>;
    dropFile(name: string): Promise<void>;
    getVersion(): Promise<string>;
  }
}
