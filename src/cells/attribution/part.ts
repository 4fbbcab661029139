import type { Interval } from "../../analysis/intervals/interval.ts";
import { percentileInterval } from "../../analysis/intervals/percentile-interval.ts";
import type { Paths } from "../../analysis/attribution/paths.ts";
import type { Credits } from "./credits.ts";
import { models, unattributed } from "./models.ts";
import type { Spend } from "./spend.ts";

/** One group's paths and what came of them. */
export interface Part {
  /** Null when nothing is broken down. */
  group: string | null;
  paths: Paths;
  /** Null where there is nothing to share out. */
  credits: Credits | null;
  /** Per channel; null without a table of spend, or in a group: bills are not per group. */
  spend: readonly Spend[] | null;
}

const nothing: Interval = { lower: Number.NaN, upper: Number.NaN };

/** What a model gives to one channel, and its intervals. */
export interface Line {
  model: number;
  /** The last channel is that of conversions without a touch. */
  channel: number;
  conversions: number;
  value: number;
  share: number;
  valueShare: number;
  conversionsWithin: Interval;
  valueWithin: Interval;
  shareWithin: Interval;
  valueShareWithin: Interval;
}

function within(replicates: Float64Array, level: number): Interval {
  return replicates.length === 0 || Number.isNaN(replicates[0]!) ? nothing : (percentileInterval(replicates, level) ?? nothing);
}

function lineOf(credits: Credits, model: number, channel: number, level: number): Line {
  const { channels, replicates, totals, none } = credits;
  const of = (kind: "conversions" | "values") => {
    if (channel === channels) return none[kind];
    const base = (model * channels + channel) * replicates;
    return credits[kind].subarray(base, base + replicates);
  };
  const [conversions, values] = [of("conversions"), of("values")];
  const shares = conversions.map((credit, replicate) => credit / totals.conversions[replicate]!);
  const valueShares = values.map((credit, replicate) => credit / totals.values[replicate]!);
  const [conversion, value, share, valueShare] = [conversions[0]!, values[0]!, shares[0]!, valueShares[0]!];
  return {
    model,
    channel,
    conversions: conversion,
    value,
    share,
    valueShare,
    conversionsWithin: within(conversions.slice(1), level),
    valueWithin: within(values.slice(1), level),
    shareWithin: within(shares.slice(1), level),
    valueShareWithin: within(valueShares.slice(1), level),
  };
}

/** Every model's credit of every channel, in the order of the main table: models first, then channels, conversions without a touch last. */
export function linesOf(credits: Credits, level: number): Line[] {
  const channels = credits.channels + (credits.none.conversions[0]! > 0 ? 1 : 0);
  return models.flatMap((_, model) => {
    const lines = Array.from({ length: channels }, (_, channel) => lineOf(credits, model, channel, level));
    // A model that could not be had says nothing of conversions without a touch either, or its credit would not add up.
    const isThere = credits.channels === 0 || lines.some((line) => line.channel < credits.channels && !Number.isNaN(line.conversions));
    return isThere ? lines.filter((line) => line.channel === credits.channels || !Number.isNaN(line.conversions)) : [];
  });
}

/** A channel's name, or that of conversions without a touch. */
export function channelName(channels: readonly string[], channel: number): string {
  return channels[channel] ?? unattributed;
}
