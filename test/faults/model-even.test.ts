// F4: the shipped client core against the shipped room core, in one process with a clock, a network and a disk of our own.
import { testSeeds } from "./model/seeds.ts";

testSeeds("even");
