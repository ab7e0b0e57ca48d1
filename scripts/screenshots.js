// Builds the site and photographs ten of its pages in different languages, colours and widths, into dist/screenshots
// or the folder named: npm run screenshots [-- FOLDER]. It needs a chromium; CHROMIUM names another than Debian's.
import { spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = resolve(process.argv[2] ?? join(root, "dist/screenshots"));

/** The pages, and how each is looked at. */
const PAGES = [
  { name: "01-home-en", path: "en/" },
  { name: "02-home-ar-dark", path: "ar/", dark: true },
  { name: "03-home-he-narrow", path: "he/", width: 360 },
  { name: "04-rule-en", path: "en/rules/RET-01/" },
  { name: "05-rule-he-dark", path: "he/rules/FRT-01/", dark: true },
  { name: "06-policy-ar", path: "ar/policies/data-retention/" },
  { name: "07-check-he", path: "he/check/" },
  { name: "08-changes-ar-narrow", path: "ar/changes/", width: 360 },
  { name: "09-vendor-en-dark", path: "en/vendors/vendor-hikvision/", dark: true },
  { name: "10-waivers-he-print", path: "he/waivers/", print: true },
];

const site = spawn(
  process.execPath,
  ["bin/bylaw.js", "site", "--out", "dist/site", "--serve", "--port", "0"],
  { cwd: root, stdio: ["ignore", "pipe", "inherit"] },
);
try {
  await photograph(await addressOf(site));
} finally {
  site.kill();
}

/** The address the command prints once it serves. */
function addressOf({ stdout }) {
  return new Promise((found, failed) => {
    let printed = "";
    stdout.on("data", (text) => {
      printed += text;
      const [, address] = /The site: (\S+)/.exec(printed) ?? [];
      if (address !== undefined) found(address);
    });
    stdout.on("end", () => failed(new Error(`the site was not served: ${printed}`)));
  });
}

async function photograph(address) {
  mkdirSync(folder, { recursive: true });
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu"],
  });
  for (const { name, path, width = 1280, dark = false, print = false } of PAGES) {
    const page = await browser.newPage({
      viewport: { width, height: width === 360 ? 740 : 900 },
      colorScheme: dark ? "dark" : "light",
    });
    if (print) await page.emulateMedia({ media: "print" });
    const response = await page.goto(`${address}${path}`, { waitUntil: "networkidle" });
    if (!response?.ok()) throw new Error(`there is no page ${path}`);
    await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
    await page.close();
    process.stdout.write(`${join(folder, name)}.png\n`);
  }
  await browser.close();
}
