/** A worker holds a lock of this name while it lives: when the lock comes free, the worker is gone, however it went. */
export interface LifeSign {
  lifeSign: string;
}

/** Whether a message between page and worker is about the lock. */
export function isLifeSign(data: unknown): data is LifeSign {
  return typeof data === "object" && data !== null && "lifeSign" in data && typeof data.lifeSign === "string";
}
