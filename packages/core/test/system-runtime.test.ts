import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { systemRuntime } from "../src/runtime.ts";

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse("2026-11-24T12:00:00Z") });
});
afterEach(() => {
  vi.useRealTimers();
});

test("tells the clock's time", () => {
  expect(systemRuntime.now()).toBe(Date.parse("2026-11-24T12:00:00Z"));
});

test("draws from 0 to below 1, and not always the same", () => {
  const draws = Array.from({ length: 20 }, () => systemRuntime.random());
  for (const draw of draws) expect(draw >= 0 && draw < 1).toBe(true);
  expect(new Set(draws).size).toBeGreaterThan(1);
});

test("calls back once the time is over", () => {
  const callback = vi.fn();
  systemRuntime.schedule(callback, 1000);
  vi.advanceTimersByTime(999);
  expect(callback).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(callback).toHaveBeenCalledOnce();
});

test("does not call back a timer that was taken back, and keeps none", () => {
  const callback = vi.fn();
  systemRuntime.schedule(callback, 1000)();
  expect(vi.getTimerCount()).toBe(0);
  vi.advanceTimersByTime(2000);
  expect(callback).not.toHaveBeenCalled();
});
