import { expose } from "comlink";
import { catalog } from "../cells/catalog.ts";
import { kernels } from "../cells/kernels.ts";
import { Workspace } from "./worker/workspace.ts";

expose(new Workspace(catalog, kernels, (message) => postMessage(message)));
