import { id, key, update } from "./call.ts";

/** Makes the call once, and gives what was answered. */
export type Send = () => Promise<unknown>;

/** What a user could make the call with. */
export type Contender = {
  readonly name: string;
  /** What it costs to have it: the modules that it is imported from; none for what the runtime brings. */
  readonly module?: string;
  /** Imports it and gets it ready for a server. */
  readonly ready: (origin: string) => Promise<Send>;
};

const headers = { "X-API-Key": key };
const jsonHeaders = { ...headers, "Content-Type": "application/json" };

const bareFetch = async (origin: string): Promise<Send> => {
  const url = `${origin}/contacts/${id}`;
  return async () => {
    const response = await fetch(url, { method: "PUT", headers: jsonHeaders, body: JSON.stringify(update) });
    return response.json();
  };
};

type OpenApiPaths = {
  "/contacts/{id}": {
    put: {
      parameters: { path: { id: string } };
      requestBody: { content: { "application/json": typeof update } };
      responses: { 200: { content: { "application/json": { data: { position: string } } } } };
    };
  };
};

/** The ruler, and the same ruler again: what their ratio is off one is the noise of the run. */
export const ruler: Contender = { name: "bare `fetch().json()`", ready: bareFetch };
export const rulerAgain: Contender = { name: "the same again (A/A)", ready: bareFetch };

export const core: Contender = {
  name: "**core**",
  module: "@raze-contacts/core",
  async ready(origin) {
    const { createContactsClient } = await import("@raze-contacts/core");
    const contacts = createContactsClient({ apiKey: key, baseUrl: origin });
    return () => contacts.update(id, update);
  },
};

const others: readonly Contender[] = [
  {
    name: "openapi-fetch",
    module: "openapi-fetch",
    async ready(origin) {
      const { default: createClient } = await import("openapi-fetch");
      const client = createClient<OpenApiPaths>({ baseUrl: origin, headers });
      return () => client.PUT("/contacts/{id}", { params: { path: { id } }, body: update });
    },
  },
  {
    name: "ofetch",
    module: "ofetch",
    async ready(origin) {
      const { ofetch } = await import("ofetch");
      return () => ofetch(`${origin}/contacts/${id}`, { method: "PUT", headers, body: update });
    },
  },
  {
    name: "ky",
    module: "ky",
    async ready(origin) {
      const { default: ky } = await import("ky");
      return () => ky.put(`${origin}/contacts/${id}`, { headers, json: update }).json();
    },
  },
  {
    name: "got",
    module: "got",
    async ready(origin) {
      const { default: got } = await import("got");
      return () => got.put(`${origin}/contacts/${id}`, { headers, json: update }).json();
    },
  },
  {
    name: "axios",
    module: "axios",
    async ready(origin) {
      const { default: axios } = await import("axios");
      return async () => (await axios.put(`${origin}/contacts/${id}`, update, { headers: jsonHeaders })).data;
    },
  },
];

export const contenders: readonly Contender[] = [ruler, rulerAgain, core, ...others];
