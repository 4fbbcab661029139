/** AssemblyScript compiled to the bytes of a WebAssembly module. */
declare module "*?wasm-kernel" {
  const code: Uint8Array<ArrayBuffer>;
  export default code;
}
