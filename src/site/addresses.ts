import type { OwnPage } from "./own-pages.ts";

/**
 * Where things stand in one rendering of the pages: in Markdown files beside each other, or on the site.
 * Everything a page links to goes through one of these, so that both are made of the same blocks.
 */
export interface Addresses {
  page(name: OwnPage | "README"): string;
  policy(id: string): string;
  rule(id: string, policy: string): string;
  waiver(id: string): string;
  objective(id: string): string;
  /** `here`: on the page of the vendor register itself. */
  entity(id: string, here: boolean): string;
  /** `here`: on the page of the vendor register itself. */
  list(id: string, here: boolean): string;
  /** The laws of a country, as the vendor register records them. */
  laws(country: string): string;
  vulnerabilities(): string;
  /** A source of the vendor register, from the register itself. */
  source(key: string): string;
  /** The text beside a policy, at the heading of a rule where one is named. */
  prose(policy: string, file: string, rule?: { readonly id: string; readonly heading: string }): string;
  /** A file of the repository; `undefined` where nothing is known of where it can be read. */
  file(path: string): string | undefined;
}
