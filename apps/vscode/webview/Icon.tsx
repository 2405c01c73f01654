const strokes = {
  error: "M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2zM8 4.8v4M8 10v1.2",
  information: "M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2zM8 7.2v4M8 4.8V6",
  warning: "M8 2.4 14.3 13.5H1.7zM8 6v4M8 11v1.2",
  remove: "m4 4 8 8m0-8-8 8",
  putBack: "M6 3.5 3 6.5l3 3m-3-3h6.5a3 3 0 0 1 0 6H6",
  add: "M8 3v10M3 8h10",
} as const;

/** A sign of sixteen pixels in the colour of the text around it; it says nothing that the text does not. */
export const Icon = ({ name }: { name: keyof typeof strokes }) => (
  <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
    <path d={strokes[name]} />
  </svg>
);
