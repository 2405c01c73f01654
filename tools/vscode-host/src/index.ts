export { HostError } from "./host-error.ts";
export { installBrowser } from "./install-browser.ts";
export { type Host, type InstallOptions, installHost } from "./install-host.ts";
export type { Log } from "./log.ts";
export { type ExtensionMode, type Server, type ServerOptions, startServer } from "./server.ts";
export type { Settings } from "./settings.ts";
