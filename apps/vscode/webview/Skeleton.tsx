import { contactFieldNames, contactFields } from "@raze-contacts/schema";
import * as words from "./words.ts";

/** The form's shape while the contact is on its way. */
export const Skeleton = () => (
  <>
    <main class="page" aria-busy="true">
      <p class="visually-hidden" role="status">
        {words.loading}
      </p>
      <div class="column" aria-hidden="true">
        <div class="contact">
          <span class="heading shape" />
        </div>
        <div class="banner-place" />
        {contactFieldNames.map((field) => (
          <div class="field" key={field}>
            <span>{contactFields[field].label}</span>
            <div class="control">
              <span class="shape" />
            </div>
            <div class="says" />
          </div>
        ))}
      </div>
    </main>
    <div class="send">
      <div class="bar">
        <p class="summary">{words.loading}</p>
      </div>
    </div>
  </>
);
