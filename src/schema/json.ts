/** A value that a notebook file can hold. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** A record of such values. */
export type JsonRecord = { [key: string]: Json };
