/** What the build knows of the version it made. */
export interface Version {
  /** Changes with the page, and with any file beside it. */
  name: string;
  /** SHA-256 of the page, as hexadecimal digits. */
  page: string;
  /** Files beside the page that are kept once they were asked for. */
  files: readonly string[];
  /** Those of them that are fetched ahead, as far as that succeeds. */
  ahead: readonly string[];
}
