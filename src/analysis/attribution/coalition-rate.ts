/** Coalitions of fewer journeys than this borrow from the pooled rate. */
export const fewestJourneys = 30;

/**
 * What a coalition of channels is worth in the rate game: the conversion rate of the journeys whose channels all belong to it.
 *
 * Of few journeys the rate is drawn to that of all, as if there had been 30 more that converted as usual; of none it is the usual rate.
 *
 * @param conversions Of the coalition's journeys. @param journeys How many there are. @param usual The rate of all journeys.
 * @example coalitionRate(0, 10, 0.2) // 0.15
 */
export function coalitionRate(conversions: number, journeys: number, usual: number): number {
  if (journeys >= fewestJourneys) return conversions / journeys;
  return (conversions + fewestJourneys * usual) / (journeys + fewestJourneys);
}
