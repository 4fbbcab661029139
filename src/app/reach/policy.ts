import { sharedPolicy } from "../../share/page/shared-policy.ts";

const named = 'meta[http-equiv="Content-Security-Policy"]';

/** Whether the page came from a web host, not from a disk. */
export const isHosted = (): boolean => location.protocol === "https:" || location.protocol === "http:";

/** The policies the browser holds the page to, as they stand in it. None while the page is developed. */
export const policies = (): string[] => [...document.querySelectorAll<HTMLMetaElement>(named)].map(({ content }) => content);

/** Whether the page may ask the host it came from for what stands beside it: never from a disk, nor as a shared page. */
export const mayAskItsHost = (): boolean => isHosted() && policies().every((policy) => policy.includes("'self'"));

/** Takes the page's own host out of what it may reach where it has none: a second policy, and both must allow. */
export function narrowPolicy(): void {
  const [policy] = policies();
  if (isHosted() || policy === undefined) return;
  const narrower = document.createElement("meta");
  narrower.httpEquiv = "Content-Security-Policy";
  narrower.content = sharedPolicy(policy);
  if (narrower.content !== policy) document.head.append(narrower);
}
