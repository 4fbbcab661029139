import { mayAskItsHost, policies } from "../reach/policy.ts";
import type { Notices } from "../workspace/notices.ts";

/** Says that a new version waits, once the browser has it. It is taken when the page is next opened, and never before. */
function tellOfVersions(serviceWorker: ServiceWorkerContainer, notices: Notices, reload: () => void): void {
  let isNew = serviceWorker.controller !== null;
  serviceWorker.addEventListener("controllerchange", () => {
    if (isNew) notices.show({ text: "A new version of Journeybook is ready.", action: { label: "Reload", run: reload } });
    isNew = true;
  });
}

/**
 * Lets a hosted page be installed, and opened without a network after its first visit. Does nothing on a disk, for a shared page, under
 * development, and where the browser has no service workers.
 *
 * @param reload Keeps what is being written, and loads the page again.
 */
export function workOffline(notices: Notices, reload: () => void): void {
  if (!mayAskItsHost() || policies().length === 0 || !("serviceWorker" in navigator)) return;
  const manifest = document.createElement("link");
  manifest.rel = "manifest";
  manifest.href = "manifest.webmanifest";
  document.head.append(manifest);
  const { serviceWorker } = navigator;
  tellOfVersions(serviceWorker, notices, reload);
  // Where the host has no service worker beside the page, or the browser allows none, the page works as it does online.
  serviceWorker.register("sw.js").catch(() => undefined);
}
