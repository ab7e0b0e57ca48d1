/** Where people use the GitHub whose API is at an address: github.com, a subdomain of ghe.com, or a server of one's own. */
export function webUrl(apiUrl: string): string {
  const { protocol, host } = new URL(apiUrl);
  return `${protocol}//${host.replace(/^api\.(?=github\.com$|.+\.ghe\.com$)/, "")}`;
}
