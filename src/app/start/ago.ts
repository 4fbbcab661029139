const steps = [
  { unit: "minute", ms: 60_000, until: 3_600_000 },
  { unit: "hour", ms: 3_600_000, until: 86_400_000 },
  { unit: "day", ms: 86_400_000, until: 7 * 86_400_000 },
] as const;

/** How long ago something was, in a few words; the date once it is more than a week. */
export function ago(at: number, now: number = Date.now()): string {
  const passed = now - at;
  if (passed < 60_000) return "just now";
  const step = steps.find(({ until }) => passed < until);
  if (step === undefined) return new Intl.DateTimeFormat(undefined, { day: "numeric", month: "short" }).format(at);
  return new Intl.RelativeTimeFormat(undefined, { numeric: "auto", style: "short" }).format(-Math.floor(passed / step.ms), step.unit);
}
