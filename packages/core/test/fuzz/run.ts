// The long fuzz: `pnpm run fuzz`, another number of answers: `pnpm run fuzz 1000000`, the same ones again: with a seed.
import { randomInt } from "node:crypto";
import { meetAnswers } from "./meet-answers.ts";

const [, , count = "100000", seed = String(randomInt(2 ** 31))] = process.argv;
console.log(`${count} answers from the seed ${seed}, in each of 4 calls.`);
const seen = await meetAnswers(Number(count), Number(seed));
console.log("Results and errors of our own, nothing else:");
console.log(Object.fromEntries(seen));
