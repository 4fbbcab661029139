import type { Fact, Warning } from "../../schema/result.ts";
import { stable, substantial, type Choice } from "./choose.ts";
import type { Features } from "./features.ts";
import type { ClustersParams } from "./params.ts";

const asWords = (traits: readonly string[]): string => traits.map((trait) => trait.replaceAll("_", " ")).join(", ");

/** Whether there are clusters: told only where they are clear, come back in resamples, and are clearer than those of an even cloud. */
export function clustersFacts(choice: Choice, n: number): Fact[] {
  const fit = choice.fits.find(({ k }) => k === choice.k)!;
  const measures = `silhouette ${fit.silhouette.toFixed(2)}, stability ${fit.stability.toFixed(2)}`;
  return [
    {
      code: "structure",
      text: choice.hasStructure
        ? `Customers fall into ${choice.k} groups (${measures}).`
        : `Customers form no natural groups: the best ${choice.k} clusters are no clearer than those of an even cloud, or do not come back (${measures}).`,
      values: { clusters: choice.k, silhouette: fit.silhouette, stability: fit.stability, even_silhouette: choice.evenSilhouette, customers: n },
      holds: choice.hasStructure,
    },
  ];
}

/** What to know before believing the figures. */
export function clustersWarnings(choice: Choice, features: Features, params: ClustersParams): Warning[] {
  const fit = choice.fits.find(({ k }) => k === choice.k)!;
  const warnings: Warning[] = [];
  if (!choice.hasStructure) {
    const why = [
      ...(fit.silhouette <= choice.evenSilhouette
        ? [`an even cloud of as many customers reaches a silhouette of ${choice.evenSilhouette.toFixed(2)}, these ${fit.silhouette.toFixed(2)}`]
        : []),
      ...(fit.silhouette < substantial ? [`a silhouette below ${substantial} is no structure to speak of`] : []),
      ...(fit.stability < stable ? [`a stability of ${fit.stability.toFixed(2)} is below ${stable}: other customers would give other clusters`] : []),
    ];
    warnings.push({
      code: "no_structure",
      lead: "No cluster structure.",
      text: `No cluster structure. The groups below cut one cloud into pieces: ${why.join("; ")}.`,
      remedy: "Use segments by rules instead, or other features.",
    });
  }
  if (params.k === null && fit.k === Math.max(...choice.fits.map(({ k }) => k)) && choice.fits.length > 1) {
    warnings.push({ code: "at_the_edge", lead: "More may fit better.", text: "More may fit better. The best number is the largest that was tried." });
  }
  if (features.constant.length > 0) {
    warnings.push({
      code: "constant",
      lead: "Left out.",
      text: `Left out. ${asWords(features.constant)} ${features.constant.length === 1 ? "is" : "are"} the same for every customer.`,
    });
  }
  warnings.push({
    code: "by_construction",
    lead: "Clusters differ in what they were made of.",
    text: `Clusters differ in what they were made of. Effects in ${asWords(features.traits.map(({ name }) => name))} describe them and prove nothing.`,
  });
  return warnings;
}
