import type { JourneyRules } from "../../journey/build-journey.ts";
import { localInstant } from "../../journey/calendar/local-instant.ts";
import { usualDuplicates } from "../../journey/duplicates/duplicates-audit.ts";
import { usualIdentity } from "../../journey/identity/identity-rules.ts";
import { usualTouches } from "../../journey/touch-rules.ts";
import { duration } from "../../schema/durations.ts";
import { UserError } from "../../schema/errors.ts";
import type { Values } from "../../schema/parameter.ts";
import type { params } from "./params.ts";

type Params = Values<typeof params>;

const shortest = 1_000;
const longestGap = { ms: 7 * 86_400_000, words: "7 days", example: "30 minutes" };
const longestNear = { ms: 600_000, words: "10 minutes", example: "2 seconds" };

function lengthOf(param: string, text: string, longest: typeof longestGap): number {
  const { ms, months } = duration(text);
  if (months === 0 && ms >= shortest && ms <= longest.ms) return ms;
  throw new UserError(`"${param}" must be from 1 second to ${longest.words}. Got "${text}".`, `Write "${longest.example}", for example.`, { param });
}

/** The rules that a journey's parameters give; what they leave out is as usual. */
export function rulesOf(params: Params, timezone: string): JourneyRules {
  const { limits } = usualIdentity;
  const { accounts, addresses, devices } = params;
  return {
    identity: {
      mode: params.identity ?? usualIdentity.mode,
      limits: {
        user_id: accounts ?? limits.user_id,
        email: addresses ?? limits.email,
        phone: addresses ?? limits.phone,
        loyalty_id: addresses ?? limits.loyalty_id,
        device_id: devices ?? limits.device_id,
        anonymous_id: devices ?? limits.anonymous_id,
      },
      usersPerDevice: params.users_per_device ?? usualIdentity.usersPerDevice,
      nobodys: new Set((params.nobodys ?? "").split(",").map((id) => id.trim().toLowerCase())),
      asOf: params.known_before === null ? Infinity : localInstant(params.known_before, timezone)!.from,
    },
    duplicates: {
      exact: params.duplicates ?? usualDuplicates.exact,
      nearMs: params.nearly === null ? 0 : lengthOf("nearly", params.nearly, longestNear),
    },
    touches: {
      gapMs: params.session_gap === null ? usualTouches.gapMs : lengthOf("session_gap", params.session_gap, longestGap),
      splitAtMidnight: params.split_at_midnight ?? false,
      splitOnCampaign: params.split_on_campaign ?? false,
      apart: params.no_session,
      stages: params.stages,
    },
  };
}
