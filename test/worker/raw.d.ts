// A file as text, by vite's `?raw`: workerd has no file system to read it from.
declare module "*?raw" {
  const text: string;
  export default text;
}
