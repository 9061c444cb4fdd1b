/** Gives names small numbers, in the order in which they come. */
export class Numbering {
  readonly list: string[] = []
  readonly numbers = new Map<string, number>()
  of(name: string): number {
    let n = this.numbers.get(name)
    if (n === undefined) {
      n = this.list.push(name) - 1
      this.numbers.set(name, n)
    }
    return n
  }
}
