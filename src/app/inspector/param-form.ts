import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Control } from "../../notebook/controls.ts";
import type { Problem } from "../../schema/errors.ts";
import { controlsFor } from "../../schema/given.ts";
import type { Json, JsonRecord } from "../../schema/json.ts";
import type { ParamSchema, ParamSpec, RawParams } from "../../schema/parameter.ts";
import { controlOf, parameterType } from "../../schema/parameters.ts";
import type { InputShape } from "../../schema/shape.ts";
import { chipStyles } from "../fields/chip-styles.ts";
import { editors } from "../fields/editors.ts";
import { fieldStyles } from "../fields/field-styles.ts";
import { icon } from "../icons/icon.ts";
import { followButton, followedControl, type Following } from "./follow-control.ts";
import { paramFormStyles } from "./param-form-styles.ts";

const last = "More";

/** A parameter's name as words: "look_ahead" is "Look ahead". */
export function parameterLabel(name: string, spec: ParamSpec): string {
  const words = spec.label ?? name.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/**
 * The form of a cell, made from its schema: essential parameters first, then named groups, "More" closed.
 * @fires param-change - `detail` is a patch of parameters; undefined takes one out of the file.
 */
@customElement("param-form")
export class ParamForm extends LitElement {
  static override styles = [fieldStyles, chipStyles, paramFormStyles];

  @property({ attribute: false }) schema: ParamSchema = {};
  @property({ attribute: false }) params: RawParams = {};
  /** The parameters with the values of the controls they follow, where they differ from what is written. */
  @property({ attribute: false }) values: RawParams | null = null;
  /** The controls of the notebook. */
  @property({ attribute: false }) controls: readonly Control[] = [];
  @property({ attribute: false }) shapes: ReadonlyMap<string, InputShape> = new Map();
  @property({ attribute: false }) own: InputShape | null = null;
  @property({ attribute: false }) files: readonly string[] = [];
  @property({ attribute: false }) problem: Problem | null = null;

  private writtenValue(name: string): Json | undefined {
    const spec = this.schema[name]!;
    return (this.values ?? this.params)[name] ?? (parameterType(spec).fallback(spec) as Json | undefined) ?? undefined;
  }

  private isShown(spec: ParamSpec): boolean {
    return spec.when === undefined || spec.when.is.includes(this.writtenValue(spec.when.param) ?? null);
  }

  private set(name: string, value: Json | undefined): void {
    const patch: Record<string, Json | undefined> = { [name]: value };
    this.dispatchEvent(new CustomEvent("param-change", { detail: patch, bubbles: true, composed: true }));
  }

  private field(name: string, spec: ParamSpec): TemplateResult {
    const id = `field-${name}`;
    const wrong = this.problem?.param?.split(".")[0] === name ? this.problem : null;
    const editor = editors.get(spec.type)!;
    const following: Following = {
      id,
      follows: controlOf(this.params[name]),
      controls: this.controls.filter(({ kind }) => controlsFor(spec.type).includes(kind)),
      value: this.values?.[name],
      set: (value) => this.set(name, value),
    };
    const written = () =>
      editor({
        id,
        name,
        spec,
        value: this.writtenValue(name),
        set: (value) => this.set(name, value),
        params: this.withDefaults(),
        shapes: this.shapes,
        own: this.own,
        files: this.files,
      });
    const isFlag = spec.type === "flag";
    const label = isFlag
      ? nothing
      : html`<label class="label" id=${`${id}-label`} for=${id}
            >${parameterLabel(name, spec)}${spec.optional ? html`<span>optional</span>` : nothing}</label
          >${followButton(following, parameterLabel(name, spec))}`;
    return html`<div class="field" ?data-wrong=${wrong !== null}>
      ${label}${following.follows === null ? written() : followedControl(following)}${spec.hint && !isFlag ? html`<p class="hint">${spec.hint}</p>` : nothing}${
        wrong === null
          ? nothing
          : html`<p class="hint wrong" role="alert">${icon("circle-alert", "small")}<span>${wrong.problem} ${wrong.remedy}</span></p>`
      }
    </div>`;
  }

  private withDefaults(): JsonRecord {
    const complete: JsonRecord = {};
    for (const name of Object.keys(this.schema)) complete[name] = this.writtenValue(name) ?? null;
    return complete;
  }

  override render() {
    const shown = Object.entries(this.schema).filter(([, spec]) => this.isShown(spec));
    const groups = new Map<string, [string, ParamSpec][]>();
    for (const entry of shown) {
      const group = entry[1].group ?? "";
      groups.set(group, [...(groups.get(group) ?? []), entry]);
    }
    const fields = (group: string) => (groups.get(group) ?? []).map(([name, spec]) => this.field(name, spec));
    const named = [...groups.keys()].filter((group) => group !== "" && group !== last);
    const more = groups.get(last);
    return html`<div class="group">${fields("")}</div>
      ${named.map(
        (group) =>
          html`<section class="group">
            <h3>${group}</h3>
            ${fields(group)}
          </section>`,
      )}
      ${
        more === undefined
          ? nothing
          : html`<details class="group" ?open=${more.some(([name]) => this.problem?.param === name)}>
              <summary>
                ${icon("chevron-right", "small")}<b>${last}</b
                ><span>${more.map(([name, spec]) => parameterLabel(name, spec).toLowerCase()).join(", ")}</span>
              </summary>
              ${fields(last)}
            </details>`
      }`;
  }
}
