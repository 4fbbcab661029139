import { configureGlobal, readConfigureGlobal } from "fast-check";

/** Every run of the tests draws the same random cases; `JOURNEYBOOK_SEED` draws others. */
configureGlobal({ ...readConfigureGlobal(), seed: Number(process.env["JOURNEYBOOK_SEED"] ?? 20_261_123) });
