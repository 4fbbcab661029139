import "../engine/without-peer-connections.ts";
import "@awesome.me/webawesome/dist/styles/themes/default.css";
import "./theme/tokens.css";
import "./theme/base.css";
import { inlineWebAwesomeIcons } from "./icons/web-awesome.ts";
import "./journey-book.ts";
import { pageInterface } from "./page-interface.ts";
import { OwnPage } from "../share/page/own-page.ts";
import { templateMark } from "../share/page/template-mark.ts";
import { workOffline } from "./hosting/work-offline.ts";
import { narrowPolicy } from "./reach/policy.ts";
import { startTheme } from "./theme/theme.ts";
import { openLinked } from "./workspace/linked-notebook.ts";
import { samples } from "./workspace/samples.ts";
import { openShared } from "./workspace/sharing/open-shared.ts";
import { Workspace } from "./workspace/workspace.ts";

narrowPolicy();
startTheme();
inlineWebAwesomeIcons();

const own = new OwnPage(document, templateMark);
const workspace = new Workspace(own);
const page = document.createElement("journey-book");
page.workspace = workspace;
document.body.append(page);
window.journeybook = pageInterface(workspace);

const asked = new URLSearchParams(location.search);
// `?view=read` opens it as a report.
if (asked.get("view") === "read") workspace.view.set("read");

// `?notebook=notebooks/tour.journey.md` opens one of the notebooks that come with the page, `#nb=` the one that the link holds.
const wanted = asked
  .get("notebook")
  ?.replace(/^.*\//, "")
  .replace(/\.journey\.md$/, "");
const sample = wanted === undefined ? undefined : samples.get(wanted);
async function begin(): Promise<void> {
  if ((await openLinked(workspace)) || (await openShared(own, workspace))) return;
  if (sample === undefined) await workspace.opening.restore();
  else await workspace.opening.openSample(sample);
}
void begin();
addEventListener("hashchange", () => void openLinked(workspace));

// The worker's source is unpacked before it is needed, while the page has nothing else to do.
requestIdleCallback(() => {
  workspace.prepare();
  workOffline(workspace.notices, () => void workspace.saving.keepDraft().then(() => location.reload()));
});
