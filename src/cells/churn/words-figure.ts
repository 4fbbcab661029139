const labels: Record<string, string> = { boosting: "boosting", logistic: "logistic", recency: "recency alone", base_rate: "base rate" };

/** A model in a sentence. */
export function modelLabel(model: string): string {
  return labels[model] ?? model;
}
