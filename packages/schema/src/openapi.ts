import { exampleContact } from "./example-contact.ts";
import { examplePage, exampleUpdate, exampleUpdated } from "./openapi-examples.ts";
import { contactIdParameter, listParameters } from "./openapi-parameters.ts";
import { errorResponses, rateLimitHeaders, refer, succeed } from "./openapi-responses.ts";
import { openApiSchemas } from "./openapi-schemas.ts";

const errorsOfEveryCall = {
  "400": refer("BadRequest"),
  "401": refer("Unauthorized"),
  "403": refer("Forbidden"),
  "429": refer("TooManyRequests"),
  "500": refer("ServerError"),
} as const;

// A role in a security requirement is documentation alone, so the descriptions name the permission too.
const needs = (permission: "contacts:read" | "contacts:write") => [{ apiKey: [permission] }];

/**
 * The three calls as OpenAPI 3.1, made from the schemas and the field table: what `openapi.json` holds.
 * Rules are those of the JSON Schema of an update, a little coarser than the parser's; answers are described loosely.
 *
 * Source: the API's Update Contact, Get Contact, List Contacts, Authentication, Errors and Rate Limits pages.
 *
 * @example
 * import document from "@raze-contacts/schema/openapi.json" with { type: "json" };
 * document.paths["/contacts/{id}"].put.operationId; // "updateContact"
 */
const document = {
  openapi: "3.1.0",
  info: {
    title: "GetRaze contacts",
    version: "v1",
    description: "Read, list and update the contacts of a GetRaze account. Not published by the vendor.",
  },
  servers: [{ url: "https://app.getraze.com/external/v1" }],
  tags: [{ name: "Contacts" }],
  paths: {
    "/contacts": {
      get: {
        operationId: "listContacts",
        tags: ["Contacts"],
        summary: "List contacts",
        description: "Needs the permission `contacts:read`.",
        security: needs("contacts:read"),
        parameters: listParameters,
        responses: {
          "200": succeed("ContactListResponse", "A page of contacts.", examplePage),
          ...errorsOfEveryCall,
        },
      },
    },
    "/contacts/{id}": {
      parameters: [contactIdParameter],
      get: {
        operationId: "getContact",
        tags: ["Contacts"],
        summary: "Get a contact",
        description: "Needs the permission `contacts:read`.",
        security: needs("contacts:read"),
        responses: {
          "200": succeed("ContactResponse", "The contact.", exampleContact),
          ...errorsOfEveryCall,
          "404": refer("NotFound"),
        },
      },
      put: {
        operationId: "updateContact",
        tags: ["Contacts"],
        summary: "Update a contact",
        description:
          "Changes the fields that are present, and no others. Needs the permission `contacts:write`. " +
          "Compare what was sent with what comes back: servers were seen to answer 200 and to ignore a field.",
        security: needs("contacts:write"),
        requestBody: {
          required: true,
          content: {
            "application/json": {
              schema: { $ref: "#/components/schemas/ContactUpdate" },
              examples: { documented: { value: exampleUpdate } },
            },
          },
        },
        responses: {
          "200": succeed("ContactResponse", "The contact after the update.", exampleUpdated),
          ...errorsOfEveryCall,
          "404": refer("NotFound"),
          "409": refer("Conflict"),
        },
      },
    },
  },
  components: {
    securitySchemes: {
      apiKey: {
        type: "apiKey",
        in: "header",
        name: "X-API-Key",
        description:
          "A key from Settings > API Keys, like `gr_live_…`, with the permissions `contacts:read`, `contacts:write` " +
          "or `contacts:delete`. It is shown once, and belongs in no client-side code and no public repository.",
      },
    },
    headers: rateLimitHeaders,
    responses: errorResponses,
    schemas: openApiSchemas,
  },
} as const;

export default document;
