/**
 * Says how far a reading is, from 0 to 1, and lets a stop come through. Returns undefined when it is not yet time to pause.
 *
 * @throws When the reading was stopped.
 */
export type Progress = (fraction: number, doing?: string) => Promise<void> | undefined;
