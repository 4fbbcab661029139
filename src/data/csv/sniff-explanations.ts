/** Lines below the names that are looked at. */
const most = 3;
/** How Qualtrics ends the lines that explain its columns: questions in words, then each column's own id. */
const importId = /^\s*\{\s*"ImportId"/;

/**
 * How many records below the names explain the columns and are no data, as survey tools write them.
 *
 * @param records The head, cut into records, the names first.
 * @example sniffExplanations([["Q1"], ["Are you well?"], ['{"ImportId":"QID1"}'], ["yes"]]) // 2
 */
export function sniffExplanations(records: readonly string[][]): number {
  const isIds = (record: readonly string[]): boolean => {
    const filled = record.filter((value) => value.trim() !== "");
    return filled.length > 0 && filled.every((value) => importId.test(value));
  };
  return records.slice(1, 1 + most).findIndex(isIds) + 1;
}
