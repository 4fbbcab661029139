import "./without-peer-connections.ts";
import { expose } from "comlink";
import { catalog } from "../cells/catalog.ts";
import { kernels } from "../cells/kernels.ts";
import { giveLifeSign } from "./worker/give-life-sign.ts";
import { Workspace } from "./worker/workspace.ts";

giveLifeSign();
expose(new Workspace(catalog, kernels, (message) => postMessage(message)));
