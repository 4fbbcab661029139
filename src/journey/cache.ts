/** Answers kept because they are asked for again; the oldest is dropped when there are too many. */
export class Cache<T> {
  private readonly answers = new Map<string, T>();
  private readonly size: number;

  constructor(size = Infinity) {
    this.size = size;
  }

  get(key: string, make: () => T): T {
    let answer = this.answers.get(key);
    if (answer === undefined) {
      answer = make();
      if (this.answers.size >= this.size) this.answers.delete(this.answers.keys().next().value!);
      this.answers.set(key, answer);
    }
    return answer;
  }
}
