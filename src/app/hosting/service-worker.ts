import type { Version } from "./version.ts";

declare const version: Version;
const { name, page, files, ahead } = version;
const worker = globalThis as unknown as ServiceWorkerGlobalScope;
const { scope } = worker.registration;
/** Caches belong to the whole host: those of this page begin with where it stands. */
const mine = `journeybook ${scope} `;
const cacheName = mine + name;

const digits = async (bytes: ArrayBuffer): Promise<string> =>
  Array.from(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)), (byte) => byte.toString(16).padStart(2, "0")).join("");

/** Fetches the page of this version. A host that still gives another one is asked again at the next visit. */
async function install(): Promise<void> {
  const answer = await fetch(new Request(scope, { cache: "reload" }));
  const bytes = await answer.arrayBuffer();
  if ((await digits(bytes)) !== page) throw new Error("The host gives another version of the page than this worker is for.");
  const cache = await caches.open(cacheName);
  // Made anew, since a browser opens no page from an answer that was redirected.
  await cache.put(scope, new Response(bytes, { headers: answer.headers }));
  await Promise.allSettled(ahead.map((file) => cache.add(new Request(scope + file, { cache: "reload" }))));
  // An open page is whole in itself and goes on as it is.
  await worker.skipWaiting();
}

async function activate(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(names.filter((other) => other.startsWith(mine) && other !== cacheName).map((other) => caches.delete(other)));
  await worker.clients.claim();
}

/** The kept answer, or the host's, which is then kept. */
async function answerFrom(address: string, request: Request): Promise<Response> {
  const cache = await caches.open(cacheName);
  const kept = await cache.match(address);
  if (kept !== undefined) return kept;
  const answer = await fetch(request);
  if (answer.status === 200 && !answer.redirected && address !== scope) await cache.put(address, answer.clone());
  return answer;
}

worker.addEventListener("install", (event) => event.waitUntil(install()));
worker.addEventListener("activate", (event) => event.waitUntil(activate()));
worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const address = request.url.replace(/[?#].*$/, "");
  if (request.method !== "GET" || !address.startsWith(scope)) return;
  const file = decodeURI(address.slice(scope.length));
  if (file === "" || file === "index.html") event.respondWith(answerFrom(scope, request));
  else if (files.includes(file)) event.respondWith(answerFrom(address, request));
});
