/** Says a sentence to people who listen instead of look. */
export type Announce = (sentence: string, urgency?: "politely" | "at once") => void;

/** Puts two silent places into the page, from which screen readers read what is written there. */
export function createAnnouncer(): Announce {
  const place = (role: "status" | "alert") => {
    const element = document.createElement("div");
    element.className = "visually-hidden";
    element.setAttribute("role", role);
    document.body.append(element);
    return element;
  };
  const places = { politely: place("status"), "at once": place("alert") };
  return (sentence, urgency = "politely") => {
    // A new node each time: the same sentence said twice is two announcements.
    const line = document.createElement("p");
    line.textContent = sentence;
    places[urgency].replaceChildren(line);
  };
}
