import { setTimeout as pause } from "node:timers/promises";

/** Asks again and again until the answer is true; false when the time is over. */
export async function poll(
  ask: () => boolean | Promise<boolean>,
  milliseconds: number,
  interval = 50,
): Promise<boolean> {
  const end = Date.now() + milliseconds;
  while (Date.now() < end) {
    if (await ask()) return true;
    await pause(interval);
  }
  return await ask();
}
