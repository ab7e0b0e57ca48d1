/** The page of a company: `vendor:huawei` is `vendors/vendor-huawei`. */
export function vendorPath(id: string): string {
  return `vendors/${id.replace(":", "-")}`;
}
