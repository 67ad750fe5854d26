import { keyedRandom } from '../../../src/simulator/random';

/** Chance that a seed decides. */
export class Dice {
  private readonly random: () => number;

  constructor(seed: number) {
    this.random = keyedRandom({ seed, key: 'campaign' });
  }

  /** From `least` to `most`, both included. */
  whole(least: number, most: number): number {
    return least + Math.floor(this.random() * (most - least + 1));
  }

  /** With one decimal: seconds. */
  between(least: number, most: number): number {
    return Math.round((least + this.random() * (most - least)) * 10) / 10;
  }

  chance(probability: number): boolean {
    return this.random() < probability;
  }

  pick<Item>(items: readonly Item[]): Item {
    if (items.length === 0) throw new RangeError('expected something to pick from');
    return items[Math.floor(this.random() * items.length)] as Item;
  }

  /** By weight: `{ often: 5, seldom: 1 }`. */
  weighted<Name extends string>(weights: Readonly<Record<Name, number>>): Name {
    const names = Object.keys(weights) as Name[];
    let left = this.random() * names.reduce((sum, name) => sum + weights[name], 0);
    for (const name of names) {
      left -= weights[name];
      if (left < 0) return name;
    }
    return this.pick(names);
  }
}
