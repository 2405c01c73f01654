import { useReducer } from "preact/hooks";

/** A function that draws the component again, for what it reads from outside its own state. */
export function useRefresh(): () => void {
  const [, refresh] = useReducer<number, undefined>((count) => count + 1, 0);
  return () => refresh(undefined);
}
