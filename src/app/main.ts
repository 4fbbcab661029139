import "@awesome.me/webawesome/dist/styles/themes/default.css";
import "./theme/tokens.css";
import "./theme/base.css";
import { inlineWebAwesomeIcons } from "./icons/web-awesome.ts";
import "./journey-book.ts";
import { pageInterface } from "./page-interface.ts";
import { startTheme } from "./theme/theme.ts";
import { samples } from "./workspace/samples.ts";
import { Workspace } from "./workspace/workspace.ts";

startTheme();
inlineWebAwesomeIcons();

const workspace = new Workspace();
const page = document.createElement("journey-book");
page.workspace = workspace;
document.body.append(page);
window.journeybook = pageInterface(workspace);

// `?notebook=notebooks/tour.journey.md` opens one of the notebooks that come with the page.
const wanted = new URLSearchParams(location.search)
  .get("notebook")
  ?.replace(/^.*\//, "")
  .replace(/\.journey\.md$/, "");
const sample = wanted === undefined ? undefined : samples.get(wanted);
if (sample === undefined) void workspace.opening.restore();
else void workspace.opening.openSample(sample);

// The worker's source is unpacked before it is needed, while the page has nothing else to do.
requestIdleCallback(() => workspace.prepare());
