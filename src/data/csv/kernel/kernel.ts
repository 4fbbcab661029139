export { clear, release, reserve } from "./blocks";
export { bytesOf, dictionary, endsOf, intern, internColumn, sizeOf } from "./dictionary";
export { integers, numbers } from "./numbers";
export { lines, position, scan } from "./scan";
export { stamps } from "./stamps";
