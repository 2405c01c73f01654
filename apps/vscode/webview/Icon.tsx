const paths = {
  error:
    "M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13Zm0 1a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11ZM7.4 4.5h1.2v4.6H7.4V4.5Zm0 5.9h1.2v1.2H7.4v-1.2Z",
  warning: "M8 1.6 15.2 14H.8L8 1.6Zm0 2L2.5 13h11L8 3.6Zm-.6 3h1.2v3.4H7.4V6.6Zm0 4.3h1.2v1.2H7.4v-1.2Z",
  information:
    "M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13Zm0 1a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11Zm-.6 2h1.2v1.2H7.4V4.5Zm0 2.4h1.2v4.6H7.4V6.9Z",
  remove: "m8 7.2 3.6-3.6.8.8L8.8 8l3.6 3.6-.8.8L8 8.8l-3.6 3.6-.8-.8L7.2 8 3.6 4.4l.8-.8L8 7.2Z",
  putBack: "M6.2 3.2 2.9 6.5l3.3 3.3.8-.8-2-2h4.7a2.6 2.6 0 1 1 0 5.2H6v1.1h3.7a3.7 3.7 0 1 0 0-7.4H5l2-1.9-.8-.8Z",
  add: "M7.4 3h1.2v4.4H13v1.2H8.6V13H7.4V8.6H3V7.4h4.4V3Z",
} as const;

/** A sign of sixteen pixels in the colour of the text around it; it says nothing that the text does not. */
export const Icon = ({ name }: { name: keyof typeof paths }) => (
  <svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
    <path fill="currentColor" d={paths[name]} />
  </svg>
);
