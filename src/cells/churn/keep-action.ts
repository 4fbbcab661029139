import type { Fix } from "../../schema/errors.ts";

/** Above this a model goes into a file beside the notebook. */
const mostText = 100_000;

/** The button that puts a model into the notebook, or into a file beside it where it is large. @param name Of the model. */
export function keepAction(name: string, text: string): Fix {
  if (text.length <= mostText) return { label: "Keep this model", params: { keep: text } };
  const file = `${name}.churn-model.json`;
  return { label: "Keep this model in a file", params: { kept_file: file }, file: { name: file, text } };
}

/** The button that takes a kept model out again. */
export const learnAgain: Fix = { label: "Learn again", params: { keep: null, kept_file: null } };
