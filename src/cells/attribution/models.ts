/** Every model, in the order of the main table. */
export const models = [
  "first",
  "last",
  "last_non_direct",
  "linear",
  "position",
  "time_decay",
  "markov_1",
  "markov_2",
  "markov_3",
  "shapley",
  "shapley_ordered",
  "shapley_rate",
  "logistic",
] as const;

export type Model = (typeof models)[number];

/** What a model is called in words. */
export const modelNames: Record<Model, string> = {
  first: "first touch",
  last: "last touch",
  last_non_direct: "last non-direct",
  linear: "linear",
  position: "position",
  time_decay: "time decay",
  markov_1: "Markov 1",
  markov_2: "Markov 2",
  markov_3: "Markov 3",
  shapley: "Shapley",
  shapley_ordered: "Shapley by place",
  shapley_rate: "Shapley of rates",
  logistic: "logistic",
};

/** The row of conversions that no touch came before. */
export const unattributed = "(none)";
