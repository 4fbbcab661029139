/**
 * The principal axes of points: the eigenvectors of their covariance, by Jacobi's rotations.
 *
 * @param points Row by row, `width` numbers a row.
 * @returns `width` axes row by row, each of length 1 and at right angles to the others, in no order.
 * @see Golub and Van Loan (2013), Matrix computations, section 8.5
 */
export function principalAxes(points: Float64Array, width: number): Float64Array {
  const rows = points.length / width;
  const mean = new Float64Array(width);
  for (let row = 0; row < rows; row++) for (let at = 0; at < width; at++) mean[at]! += points[row * width + at]! / rows;
  const matrix = new Float64Array(width * width);
  for (let row = 0; row < rows; row++)
    for (let i = 0; i < width; i++)
      for (let j = 0; j < width; j++)
        matrix[i * width + j]! += ((points[row * width + i]! - mean[i]!) * (points[row * width + j]! - mean[j]!)) / rows;
  const axes = new Float64Array(width * width);
  for (let i = 0; i < width; i++) axes[i * width + i] = 1;
  const size = matrix.reduce((sum, value) => sum + value * value, 0);
  const outside = () => {
    let sum = 0;
    for (let i = 0; i < width; i++) for (let j = 0; j < i; j++) sum += matrix[i * width + j]! ** 2;
    return sum;
  };
  for (let sweep = 0; sweep < 60 && outside() > 1e-24 * size; sweep++)
    for (let i = 0; i < width; i++) for (let j = i + 1; j < width; j++) rotate(matrix, axes, width, i, j);
  return axes;
}

/** Turns two axes so that they no longer vary together. */
function rotate(matrix: Float64Array, axes: Float64Array, width: number, i: number, j: number): void {
  const together = matrix[i * width + j]!;
  if (together === 0) return;
  const theta = (matrix[j * width + j]! - matrix[i * width + i]!) / (2 * together);
  const tangent = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const cosine = 1 / Math.sqrt(tangent * tangent + 1);
  const sine = tangent * cosine;
  for (let at = 0; at < width; at++) {
    const [left, right] = [matrix[at * width + i]!, matrix[at * width + j]!];
    matrix[at * width + i] = cosine * left - sine * right;
    matrix[at * width + j] = sine * left + cosine * right;
  }
  for (let at = 0; at < width; at++) {
    const [up, down] = [matrix[i * width + at]!, matrix[j * width + at]!];
    matrix[i * width + at] = cosine * up - sine * down;
    matrix[j * width + at] = sine * up + cosine * down;
    const [axis, other] = [axes[i * width + at]!, axes[j * width + at]!];
    axes[i * width + at] = cosine * axis - sine * other;
    axes[j * width + at] = sine * axis + cosine * other;
  }
}
