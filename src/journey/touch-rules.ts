import type { Condition } from "../schema/conditions.ts";
import type { StageRule } from "../schema/stages.ts";
import { sessionGap } from "./sessions.ts";

/** How events make sessions and stages. */
export interface TouchRules {
  /** A longer pause than this, in milliseconds, ends a session. */
  gapMs: number;
  splitAtMidnight: boolean;
  splitOnCampaign: boolean;
  /** Events in no session. */
  apart: readonly Condition[];
  /** Empty: stages are guessed from names. */
  stages: readonly StageRule[];
}

/** What counts where a notebook says nothing. */
export const usualTouches: TouchRules = { gapMs: sessionGap, splitAtMidnight: false, splitOnCampaign: false, apart: [], stages: [] };
