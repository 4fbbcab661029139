import { Topic } from "../topics/topic.ts";

/** A tab of the inspector. */
export type InspectorTab = "parameters" | "method" | "provenance";

const railNeeds = matchMedia("(min-width: 1360px)");
const inspectorNeeds = matchMedia("(min-width: 1200px)");

/** Which parts of the page are open. Narrow windows fold the rail and lay the inspector over the column. */
export class Layout {
  readonly topic = new Topic();
  railOpen = railNeeds.matches;
  inspectorOpen = inspectorNeeds.matches;
  tab: InspectorTab = "parameters";
  findOpen = false;
  stepsOpen = false;
  /** Set by the page: goes to the search of the rail. */
  toSearch: () => void = () => undefined;

  constructor() {
    railNeeds.addEventListener("change", () => this.setRail(railNeeds.matches));
    inspectorNeeds.addEventListener("change", () => this.setInspector(inspectorNeeds.matches));
  }

  /** Whether the inspector lies over the column instead of beside it. */
  get inspectorIsDrawer(): boolean {
    return !inspectorNeeds.matches;
  }

  setRail(open: boolean): void {
    this.railOpen = open;
    this.topic.tell();
  }

  setInspector(open: boolean): void {
    this.inspectorOpen = open;
    this.topic.tell();
  }

  /** Opens or closes finding and replacing. */
  setFind(open: boolean): void {
    this.findOpen = open;
    this.topic.tell();
  }

  /** Opens or closes the first steps. */
  setSteps(open: boolean): void {
    this.stepsOpen = open;
    this.topic.tell();
  }

  /** Opens the rail at its search. */
  askSearch(): void {
    this.setRail(true);
    this.toSearch();
  }

  /** Opens the inspector at one of its tabs. */
  openInspector(tab: InspectorTab): void {
    this.tab = tab;
    this.setInspector(true);
  }
}
