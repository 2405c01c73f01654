import { contactFieldNames } from "@raze-contacts/schema";
import { fieldLabel } from "../src/words/contractWords.ts";
import * as words from "./words.ts";

/** The form's shape while the contact is on its way. */
export const Skeleton = () => (
  <>
    <main class="page" aria-busy="true">
      <h1 class="visually-hidden">{words.loading}</h1>
      <div class="column" aria-hidden="true">
        <div class="contact">
          <span class="heading shape" />
        </div>
        <div class="banner-place" />
        {contactFieldNames.map((field) => (
          <div class="field" key={field}>
            <span>{fieldLabel(field)}</span>
            <div class="control">
              <span class="shape" />
            </div>
            <div class="says" />
          </div>
        ))}
      </div>
    </main>
    <section class="send" aria-label={words.draft}>
      <div class="bar">
        <p class="summary">{words.loading}</p>
      </div>
    </section>
  </>
);
