/** One way a program could reach the network. */
export interface Road {
  name: string;
  /** Takes it, in the page or in the worker, to the address `to`. */
  take: string;
  /** It may throw before the browser asks the policy, where the address is of another host. */
  throws?: true;
}

/** Puts an element into the page, with attributes; `to` is the address. */
const element = (tag: string, attributes: string, where = "body"): string =>
  `document.${where}.append(Object.assign(document.createElement("${tag}"), ${attributes}))`;
const markup = (text: string): string => `document.body.insertAdjacentHTML("beforeend", \`${text}\`)`;
const link = (rel: string, more = ""): string => element("link", `{ rel: "${rel}", ${more} href: to }`, "head");
const inBlob = (source: string): string => `URL.createObjectURL(new Blob([${source}], { type: "text/javascript" }))`;

/** Roads that a page and a worker have both. */
const anywhere: Road[] = [
  { name: "fetch", take: `fetch(to)` },
  { name: "fetch-no-cors", take: `fetch(to, { mode: "no-cors" })` },
  { name: "fetch-post", take: `fetch(to, { method: "POST", body: "secret", mode: "no-cors", keepalive: true })` },
  { name: "xhr", take: `const asked = new XMLHttpRequest(); asked.open("GET", to); asked.send()` },
  { name: "websocket", take: `new WebSocket(to.replace("http", "ws"))` },
  { name: "event-source", take: `new EventSource(to)` },
  { name: "import", take: `return import(to)` },
  { name: "font-face", take: `return new FontFace("far", \`url(\${to})\`).load()` },
  { name: "cache-add", take: `return caches.open("far").then((cache) => cache.add(to))`, throws: true },
  { name: "wasm-streaming", take: `return WebAssembly.compileStreaming(fetch(to))` },
];

export const pageRoads: Road[] = [
  ...anywhere,
  { name: "beacon", take: `navigator.sendBeacon(to, "secret")` },
  { name: "image", take: `new Image().src = to` },
  { name: "image-set", take: `new Image().srcset = to + " 2x"` },
  { name: "input-image", take: markup("<input type=image src='${to}'>") },
  { name: "video", take: element("video", "{ src: to }") },
  { name: "audio", take: element("audio", "{ src: to }") },
  { name: "poster", take: element("video", "{ poster: to }") },
  { name: "svg-image", take: markup("<svg><image href='${to}' width=9 height=9 /></svg>") },
  { name: "object", take: element("object", "{ data: to }") },
  { name: "embed", take: element("embed", "{ src: to }") },
  { name: "frame", take: element("iframe", "{ src: to }") },
  { name: "script", take: element("script", "{ src: to }") },
  { name: "style-link", take: link("stylesheet") },
  { name: "style-import", take: element("style", "{ textContent: `@import '${to}'` }", "head") },
  { name: "style-background", take: element("style", "{ textContent: `body { background: url(${to}) }` }", "head") },
  { name: "style-font", take: markup("<style>@font-face { font-family: far; src: url(${to}) }</style><p style='font-family: far'>x</p>") },
  { name: "style-attribute", take: markup("<p style='background: url(${to})'>x</p>") },
  { name: "prefetch", take: link("prefetch") },
  { name: "preload", take: link("preload", `as: "image",`) },
  { name: "module-preload", take: link("modulepreload") },
  {
    name: "form",
    take: `document.body.insertAdjacentHTML("beforeend", "<iframe name=far></iframe><form target=far method=post></form>"); document.forms[0].action = to; document.forms[0].submit()`,
  },
  {
    name: "ping",
    take: `const link = Object.assign(document.createElement("a"), { href: "#", ping: to }); link.onclick = (event) => event.stopPropagation(); document.body.append(link); link.click()`,
  },
  { name: "worker", take: `new Worker(to)`, throws: true },
  { name: "shared-worker", take: `new SharedWorker(to)`, throws: true },
  { name: "worklet", take: `return new OfflineAudioContext(1, 1, 44100).audioWorklet.addModule(to)`, throws: true },
  {
    name: "worker-of-a-blob",
    take: `return new Promise((resolve, reject) => { new Worker(${inBlob("`fetch('${to}').then(() => postMessage(true), () => postMessage(false))`")}).onmessage = ({ data }) => (data ? resolve() : reject(new Error("refused"))) })`,
    throws: true,
  },
  {
    name: "image-in-a-frame",
    take: `const frame = document.createElement("iframe"); document.body.append(frame); frame.contentDocument.addEventListener("securitypolicyviolation", (event) => dispatchEvent(new SecurityPolicyViolationEvent(event.type, event))); frame.contentDocument.body.append(Object.assign(frame.contentDocument.createElement("img"), { src: to }))`,
  },
];

export const workerRoads: Road[] = [
  ...anywhere,
  { name: "import-scripts", take: `importScripts(to)` },
  { name: "nested-worker", take: `new Worker(to)`, throws: true },
  {
    name: "worker-of-a-blob",
    take: `return new Promise((resolve, reject) => { new Worker(${inBlob("`fetch('${to}').then(() => postMessage(true), () => postMessage(false))`")}).onmessage = ({ data }) => (data ? resolve() : reject(new Error("refused"))) })`,
    throws: true,
  },
];

/** A program that takes a road and tells how it ended: what the policy refused, or what was thrown. */
export const journey = ({ take, name }: Road, url: string): string => `(async () => {
  const to = ${JSON.stringify(`${url}/${name}`)};
  const refused = new Promise((resolve) => addEventListener("securitypolicyviolation", ({ blockedURI, effectiveDirective }) => {
    // Of documents and of files the browser tells less.
    if (blockedURI.endsWith("/${name}") || [new URL(to).origin, "file"].includes(blockedURI)) resolve("refused by " + effectiveDirective);
  }));
  const taken = (async () => { ${take} })().then(() => new Promise(() => undefined), (error) => new Promise((resolve) => setTimeout(resolve, 50, "threw " + error.name)));
  return await Promise.race([refused, taken, new Promise((resolve) => setTimeout(resolve, 4000, "silence"))]);
})()`;

/** A program that takes a road and does not wait for its end. */
export const departure = ({ take, name }: Road, url: string): string =>
  `void (async () => { const to = ${JSON.stringify(`${url}/${name}`)}; ${take} })().catch(() => undefined)`;
