import { svg, html, type TemplateResult } from "lit";
import { unsafeSVG } from "lit/directives/unsafe-svg.js";

const actions = import.meta.glob<string>(
  "./{arrow-down,arrow-up,book-open,check,circle-question-mark,chevron-down,chevron-left,chevron-right,chevrons-down-up,clipboard,clipboard-paste,command,compass,copy,database,download,ellipsis,external-link,eye,folder-open,grip-vertical,history,keyboard,list,message-square,monitor,moon,panel-left,panel-right,pencil,play,plus,printer,redo-2,save,scissors,search,settings-2,share-2,shield-check,signpost,square,sun,table-2,trash-2,triangle-alert,type,undo-2,upload,x,zap,square-function}.svg",
  { base: "../../../node_modules/lucide-static/icons", eager: true, query: "?raw", import: "default" },
);
const states = import.meta.glob<string>("./{ban,circle-alert,circle-check,circle-dashed,circle-x,clock,file-question-mark,refresh-cw,unlink}.svg", {
  base: "../../../node_modules/lucide-static/icons",
  eager: true,
  query: "?raw",
  import: "default",
});
const kinds = import.meta.glob<string>(
  "./{file-text,gauge,route,chart-line,users,grid-3x3,chart-scatter,repeat,funnel,waypoints,map,calendar,split,user-minus,hourglass,coins,flask-conical,smile,chart-bar,message-square-text,target,git-compare,sliders-horizontal}.svg",
  { base: "../../../node_modules/lucide-static/icons", eager: true, query: "?raw", import: "default" },
);
const columnTypes = import.meta.glob<string>("./{key-round,hash,toggle-left,percent}.svg", {
  base: "../../../node_modules/lucide-static/icons",
  eager: true,
  query: "?raw",
  import: "default",
});

const shapes = new Map(
  Object.entries({ ...actions, ...states, ...kinds, ...columnTypes }).map(([path, text]) => [
    path.slice(path.lastIndexOf("/") + 1, -".svg".length),
    text.slice(text.indexOf(">", text.indexOf("<svg")) + 1, text.lastIndexOf("</svg>")),
  ]),
);
const drawn = new Map<string, TemplateResult>();

/** A lucide icon by its name, decorative: what it means is said beside it. An unknown name is drawn as a dashed circle. */
export function icon(name: string, size: "normal" | "small" = "normal"): TemplateResult {
  const key = `${name} ${size}`;
  const known = drawn.get(key);
  if (known !== undefined) return known;
  const shape = shapes.get(name) ?? shapes.get("circle-dashed") ?? "";
  const px = size === "small" ? 14 : 16;
  const template = html`<svg
    class=${size === "small" ? "lucide small" : "lucide"}
    viewBox="0 0 24 24"
    width=${px}
    height=${px}
    fill="none"
    stroke="currentColor"
    stroke-width="1.75"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    ${svg`${unsafeSVG(shape)}`}
  </svg>`;
  drawn.set(key, template);
  return template;
}
