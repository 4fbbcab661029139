/** Who logged in on shared devices, and when. */
export class Logins {
  private readonly device: number[] = [];
  private readonly time: number[] = [];
  private readonly customer: number[] = [];
  private sorted: { device: Int32Array; time: Float64Array; customer: Int32Array } | null = null;

  add(device: number, time: number, customer: number): void {
    if (Number.isNaN(time)) return;
    this.device.push(device);
    this.time.push(time);
    this.customer.push(customer);
  }

  /** The customer who logged in last on a device, up to a time; −1 where nobody had. Of two at the same moment, the same in any order of rows. */
  last(device: number, time: number): number {
    this.sorted ??= this.sort();
    const { device: devices, time: times, customer } = this.sorted;
    let low = 0;
    let high = devices.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (devices[middle]! < device || (devices[middle] === device && times[middle]! <= time)) low = middle + 1;
      else high = middle;
    }
    return low > 0 && devices[low - 1] === device ? customer[low - 1]! : -1;
  }

  private sort(): { device: Int32Array; time: Float64Array; customer: Int32Array } {
    const { device, time, customer } = this;
    const order = Uint32Array.from(device, (_, place) => place).sort(
      (a, b) => device[a]! - device[b]! || time[a]! - time[b]! || customer[a]! - customer[b]!,
    );
    return {
      device: Int32Array.from(order, (place) => device[place]!),
      time: Float64Array.from(order, (place) => time[place]!),
      customer: Int32Array.from(order, (place) => customer[place]!),
    };
  }
}
