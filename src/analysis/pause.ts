/**
 * What a long computation calls between slices of work with how far it is, from 0 to 1. It returns a promise when it is time to let others
 * run, and throws inside it when the work was stopped: `const wait = pause(f); if (wait) await wait;`.
 */
export type Pause = (fraction: number) => Promise<void> | undefined;
