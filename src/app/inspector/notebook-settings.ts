import { LitElement, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { isTimeZone, settingsOf, weekDays } from "../../notebook/settings.ts";
import type { FrontPatch } from "../../notebook/edit/set-front.ts";
import { fieldStyles } from "../fields/field-styles.ts";
import { icon } from "../icons/icon.ts";
import { watch } from "../topics/watch.ts";
import type { Workspace } from "../workspace/workspace.ts";
import "./annotation-list.ts";
import { settingsStyles } from "./settings-styles.ts";

const zones = (): string[] => ["UTC", ...Intl.supportedValuesOf("timeZone")];
const levels = [0.8, 0.9, 0.95, 0.99] as const;

/** What holds for the whole notebook: title, calendar, money, window, level, and events to mark. */
@customElement("notebook-settings")
export class NotebookSettings extends LitElement {
  @property({ attribute: false }) workspace!: Workspace;

  static override styles = [fieldStyles, settingsStyles];

  constructor() {
    super();
    watch(this, () => [this.workspace.document.topic]);
  }

  #set(patch: FrontPatch): void {
    this.workspace.edits.setFront(patch);
  }

  #setWindow(place: 0 | 1, date: string): void {
    const { window: before } = this.workspace.document.notebook.front;
    const next: [string, string] = [before?.[0] ?? "", before?.[1] ?? ""];
    next[place] = date;
    this.#set({ window: next[0] === "" && next[1] === "" ? undefined : next });
  }

  protected override render() {
    const { front } = this.workspace.document.notebook;
    const { settings, notices } = settingsOf(front);
    const value = (event: Event): string => (event.target as HTMLInputElement | HTMLSelectElement).value.trim();
    const orNone = (text: string): string | undefined => (text === "" ? undefined : text);
    const currencies = Intl.supportedValuesOf("currency");
    const names = new Intl.DisplayNames(navigator.language, { type: "currency" });
    return html`
      <div class="field">
        <label class="label" for="title">Title</label>
        <input id="title" .value=${front.title} @change=${(event: Event) => this.#set({ title: value(event) })} />
      </div>
      <div class="field">
        <label class="label" for="zone">Time zone</label>
        <input
          id="zone"
          list="zones"
          autocomplete="off"
          spellcheck="false"
          placeholder="UTC"
          .value=${front.timezone ?? ""}
          @change=${(event: Event) => this.#set({ timezone: orNone(value(event)) })}
        />
        <datalist id="zones">${zones().map((zone) => html`<option value=${zone}></option>`)}</datalist>
        <p class="hint">
          ${
            front.timezone === undefined || isTimeZone(front.timezone)
              ? "Days, weeks and months begin by its clock."
              : "No such time zone; UTC is used."
          }
        </p>
      </div>
      <div class="pair">
        <div class="field">
          <label class="label" for="week">Week begins on</label>
          <select id="week" @change=${(event: Event) => this.#set({ week_start: value(event) === "monday" ? undefined : value(event) })}>
            ${weekDays.map(
              (day, index) =>
                html`<option value=${day} ?selected=${settings.weekStart === index + 1}>${day.charAt(0).toUpperCase() + day.slice(1)}</option>`,
            )}
          </select>
        </div>
        <div class="field">
          <label class="label" for="currency">Currency</label>
          <input
            id="currency"
            list="currencies"
            maxlength="3"
            placeholder="none"
            autocomplete="off"
            .value=${front.currency ?? ""}
            @change=${(event: Event) => this.#set({ currency: orNone(value(event).toUpperCase()) })}
          />
          <datalist id="currencies">${currencies.map((code) => html`<option value=${code}>${names.of(code)}</option>`)}</datalist>
        </div>
      </div>
      <div class="pair">
        <div class="field">
          <label class="label" for="from">From</label>
          <input id="from" type="date" .value=${front.window?.[0] ?? ""} @change=${(event: Event) => this.#setWindow(0, value(event))} />
        </div>
        <div class="field">
          <label class="label" for="to">Before</label>
          <input id="to" type="date" .value=${front.window?.[1] ?? ""} @change=${(event: Event) => this.#setWindow(1, value(event))} />
        </div>
      </div>
      <p class="hint">Only events in these days count. Empty: all of them.</p>
      <div class="field">
        <label class="label" for="level">Intervals</label>
        <select id="level" @change=${(event: Event) => this.#set({ level: Number(value(event)) === 0.95 ? undefined : Number(value(event)) })}>
          ${[...new Set([...levels, settings.level])]
            .sort((a, b) => a - b)
            .map((level) => html`<option value=${level} ?selected=${settings.level === level}>${Number((level * 100).toFixed(1))}% sure</option>`)}
        </select>
      </div>
      ${
        notices.length === 0
          ? nothing
          : html`<p class="hint wrong" role="status">${icon("triangle-alert", "small")}<span>${notices.map(({ text }) => text).join(" ")}</span></p>`
      }
      <annotation-list
        .annotations=${front.annotations ?? []}
        @annotations=${({ detail }: CustomEvent<NonNullable<typeof front.annotations>>) =>
          this.#set({ annotations: detail.length === 0 ? undefined : detail })}
      ></annotation-list>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "notebook-settings": NotebookSettings;
  }
}
