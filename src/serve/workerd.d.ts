// The npm package that brings workerd has no types: it gives the program's path.
declare module "workerd" {
  const workerd: { default: string };
  export default workerd;
}
