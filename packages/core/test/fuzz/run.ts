// The long fuzz: `pnpm run fuzz`, or another number of answers: `pnpm run fuzz 1000000`.
import { meetAnswers } from "./meet-answers.ts";

const [, , count = "100000"] = process.argv;
const seen = await meetAnswers(Number(count));
console.log(`${count} answers met in each of 4 calls: results and errors of our own, nothing else.`);
console.log(Object.fromEntries(seen));
